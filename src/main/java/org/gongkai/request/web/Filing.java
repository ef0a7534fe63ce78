package org.gongkai.request.web;

import jakarta.servlet.http.HttpServletRequest;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.request.ApplicantDesk;
import org.gongkai.request.Application;
import org.gongkai.request.Filed;
import org.gongkai.request.FilingChannel;
import org.gongkai.request.RequestDesk;
import org.gongkai.request.SameText;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.stereotype.Component;

/** 提出申请的门口：申请人网上提交，经办的人登记其他方式来的；来得太快的请等一等。 Sorts filings by who brings them. */
@Component
class Filing {

    private final ApplicantDesk applicants;
    private final RequestDesk desk;
    private final CurrentActor actors;
    private final Turnstile turnstile;
    private final ProofOfWork proofs;

    Filing(ApplicantDesk applicants, RequestDesk desk, CurrentActor actors, Turnstile turnstile, ProofOfWork proofs) {
        this.applicants = applicants;
        this.desk = desk;
        this.actors = actors;
        this.turnstile = turnstile;
        this.proofs = proofs;
    }

    /** @param proof 验算的答案；没有的为空串 */
    Filed file(Application application, String proof, HttpServletRequest request) {
        if (enters(actors.get())) {
            return desk.file(application);
        }
        if (application.channel() != FilingChannel.ONLINE || application.confirmedOn() != null) {
            throw new Refused(Refusal.of("request.channelForStaff").basis("OGI-31"));
        }
        return online(application, proof, request);
    }

    /**
     * 申请人自己在网上提交的。交得太密的，验算或者等一等，二者都行；从不拒绝。
     *
     * <p>Beyond what is free one brings a proof of work or waits. What was not filed gives the proof back.
     */
    Filed online(Application application, String proof, HttpServletRequest request) {
        var identity = application.applicant().identity();
        int beyond = beyond(identity, request);
        boolean proven = beyond > 0 && proofs.take(proof);
        long seconds = proven ? 0 : Math.max(turnstile.wait("file", request), turnstile.wait(person(identity)));
        if (seconds > 0) {
            int bits = ProofOfWork.bits(beyond);
            throw new TooSoon("request.tooManyFilings", seconds, proofs.challenge(bits), bits);
        }
        try {
            var filed = applicants.file(application);
            turnstile.count("file", Turnstile.FILINGS, request);
            turnstile.count(person(identity), Turnstile.FILINGS_OF_ONE);
            return filed;
        } catch (RuntimeException e) {
            if (proven) {
                proofs.giveBack(proof);
            }
            throw e;
        }
    }

    private int beyond(String identity, HttpServletRequest request) {
        return Math.max(
                turnstile.beyond(Turnstile.key("file", request), Turnstile.FILINGS),
                turnstile.beyond(person(identity), Turnstile.FILINGS_OF_ONE));
    }

    /** The same person however the number is written, as in the register; what is remembered is a digest and names nobody. */
    private String person(String identity) {
        return "person:" + proofs.anonymous(SameText.of(identity));
    }

    private static boolean enters(Actor actor) {
        return actor.has(Duty.LIAISON) || actor.has(Duty.WINDOW) || actor.has(Duty.OFFICE);
    }
}
