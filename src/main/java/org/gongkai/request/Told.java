package org.gongkai.request;

import java.time.LocalDate;
import org.gongkai.publication.NonDisclosureGround;
import org.jspecify.annotations.Nullable;

/** 一次行为的内容，逐项写。 Builds {@link Particulars} one item at a time. */
public final class Told {

    private @Nullable String words;
    private @Nullable String party;
    private @Nullable LocalDate until;
    private @Nullable Integer days;
    private @Nullable Integer count;
    private @Nullable Integer letter;
    private @Nullable ConsultedParty consulted;
    private @Nullable Opinion opinion;
    private @Nullable Boolean sound;
    private @Nullable ReplyKind reply;
    private @Nullable NonDisclosureGround ground;
    private @Nullable FeeBasis fee;
    private @Nullable ServiceManner manner;
    private @Nullable String reference;
    private @Nullable Long related;
    private @Nullable RemedyKind remedy;
    private @Nullable RemedyResult result;

    private Told() {}

    public static Told of(String words) {
        var told = new Told();
        told.words = words;
        return told;
    }

    public static Told nothing() {
        return new Told();
    }

    public Told words(String text) {
        words = text;
        return this;
    }

    public Told party(String name) {
        party = name;
        return this;
    }

    public Told reference(String number) {
        reference = number;
        return this;
    }

    public Told until(LocalDate last) {
        until = last;
        return this;
    }

    public Told days(int n) {
        days = n;
        return this;
    }

    public Told fee(FeeBasis basis, int n) {
        fee = basis;
        count = n;
        return this;
    }

    public Told letter(int n) {
        letter = n;
        return this;
    }

    public Told consulted(ConsultedParty whom) {
        consulted = whom;
        return this;
    }

    public Told opinion(Opinion what) {
        opinion = what;
        return this;
    }

    public Told sound(boolean yes) {
        sound = yes;
        return this;
    }

    public Told reply(ReplyKind kind) {
        reply = kind;
        return this;
    }

    public Told ground(@Nullable NonDisclosureGround which) {
        ground = which;
        return this;
    }

    public Told manner(ServiceManner how, String number) {
        manner = how;
        reference = number;
        return this;
    }

    public Told related(long id) {
        related = id;
        return this;
    }

    public Told remedy(RemedyKind kind, RemedyResult outcome, String number) {
        remedy = kind;
        result = outcome;
        reference = number;
        return this;
    }

    public Particulars done() {
        return new Particulars(
                words, party, until, days, count, letter, consulted, opinion, sound, reply, ground, fee, manner,
                reference, related, remedy, result);
    }
}
