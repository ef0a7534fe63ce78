package org.gongkai.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.organisation.BodiesImport.Outcome;
import org.gongkai.organisation.BodiesImport.Problem;
import org.gongkai.organisation.BodiesImport.Row;
import org.gongkai.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/** 逐行判断：新增、修改、不变还是拒绝；拒绝的不影响其余各行。 Judges drafts against the register as it stands. */
final class BodyJudge {

    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,31}";
    private static final int LONGEST_NAME = 100;

    private final Map<String, PublicBody> known;
    private final Map<String, BodyRows.Draft> drafts = new TreeMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<Integer, Problem> problems = new HashMap<>();
    private final Map<String, PublicBody> results = new TreeMap<>();

    BodyJudge(List<PublicBody> register) {
        known = new HashMap<>();
        register.forEach(body -> known.put(body.code(), body));
    }

    BodiesImport judge(List<BodyRows.Draft> rows) {
        rows.forEach(draft -> {
            Problem problem = itself(draft);
            if (problem == null) {
                drafts.put(draft.code(), draft);
            } else {
                problems.put(draft.row(), problem);
            }
        });
        refuseUntilStable();
        drafts.values().forEach(draft -> results.put(draft.code(), body(draft)));
        return new BodiesImport(rows.stream().map(this::row).toList());
    }

    /** 要写入的机构。 */
    List<PublicBody> toWrite() {
        return results.values().stream()
                .filter(body -> !body.equals(known.get(body.code())))
                .toList();
    }

    boolean isNew(String code) {
        return !known.containsKey(code);
    }

    private Row row(BodyRows.Draft draft) {
        Problem problem = problems.get(draft.row());
        if (problem != null) {
            return new Row(draft.row(), draft.code(), draft.name(), Outcome.REJECTED, problem);
        }
        var before = known.get(draft.code());
        Outcome outcome = before == null
                ? Outcome.ADDED
                : before.equals(results.get(draft.code())) ? Outcome.UNCHANGED : Outcome.CHANGED;
        return new Row(draft.row(), draft.code(), draft.name(), outcome, null);
    }

    private @Nullable Problem itself(BodyRows.Draft draft) {
        if (!draft.code().matches(CODE)) {
            return new Problem("code", draft.code(), Refusal.of("organisation.codeForm"));
        }
        if (drafts.containsKey(draft.code())) {
            return new Problem("code", draft.code(), Refusal.of("organisation.codeTwice", draft.code()));
        }
        if (draft.name().isEmpty() || draft.name().length() > LONGEST_NAME) {
            return new Problem("name", draft.name(), Refusal.of("organisation.nameForm"));
        }
        if (draft.bodyLevel() == null) {
            return new Problem("level", draft.level(), Refusal.of("organisation.levelUnknown", draft.level()));
        }
        return names.add(draft.parent() + "\n" + draft.name())
                ? null
                : new Problem("name", draft.name(), Refusal.of("organisation.nameTwice", draft.name()));
    }

    /** A refused row may be the parent of others: look again until nothing more falls out. */
    private void refuseUntilStable() {
        boolean again = true;
        while (again) {
            var refused = new ArrayList<BodyRows.Draft>();
            drafts.values().forEach(draft -> {
                Problem problem = place(draft);
                if (problem != null) {
                    problems.put(draft.row(), problem);
                    refused.add(draft);
                }
            });
            refused.forEach(draft -> drafts.remove(draft.code()));
            again = !refused.isEmpty();
        }
    }

    private @Nullable Problem place(BodyRows.Draft draft) {
        if (draft.parent().isEmpty()) {
            return null;
        }
        String parent = parentCode(draft).orElse(null);
        if (parent == null) {
            return new Problem("parent", draft.parent(), Refusal.of("organisation.parentUnknown", draft.parent()));
        }
        return inCircle(draft.code())
                ? new Problem("parent", draft.parent(), Refusal.of("organisation.circle", draft.name()))
                : null;
    }

    /** By code, or by a full name that only one body has. */
    private Optional<String> parentCode(BodyRows.Draft draft) {
        String parent = draft.parent();
        if (drafts.containsKey(parent) || known.containsKey(parent)) {
            return Optional.of(parent);
        }
        Set<String> named = new HashSet<>();
        drafts.values().stream().filter(other -> other.name().equals(parent)).forEach(other -> named.add(other.code()));
        known.values().stream()
                .filter(other -> other.name().equals(parent) && !drafts.containsKey(other.code()))
                .forEach(other -> named.add(other.code()));
        return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
    }

    private boolean inCircle(String start) {
        var seen = new HashSet<String>();
        String at = start;
        while (at != null && seen.add(at)) {
            var draft = drafts.get(at);
            var body = known.get(at);
            at = draft != null
                    ? draft.parent().isEmpty() ? null : parentCode(draft).orElse(null)
                    : body == null ? null : body.parent();
            if (start.equals(at)) {
                return true;
            }
        }
        return false;
    }

    private PublicBody body(BodyRows.Draft draft) {
        var before = known.get(draft.code());
        return before == null ? fresh(draft) : revised(draft, before);
    }

    private PublicBody fresh(BodyRows.Draft draft) {
        var level = levelOf(draft);
        var kind = BodyNames.kind(draft.name(), level);
        var aliases = Objects.requireNonNullElse(draft.aliases(), List.<String>of());
        return new PublicBody(
                draft.code(),
                draft.name(),
                shortName(draft.name(), aliases),
                aliases,
                parentOf(draft),
                level,
                kind,
                BodyNames.functions(draft.name(), kind),
                Objects.requireNonNullElse(draft.organisationCode(), ""));
    }

    /** What somebody may have corrected by hand stays as long as what it was derived from stays. */
    private PublicBody revised(BodyRows.Draft draft, PublicBody before) {
        var level = levelOf(draft);
        boolean same = before.name().equals(draft.name()) && before.level() == level;
        var kind = same ? before.kind() : BodyNames.kind(draft.name(), level);
        var aliases = Objects.requireNonNullElse(draft.aliases(), before.aliases());
        return new PublicBody(
                draft.code(),
                draft.name(),
                same && aliases.equals(before.aliases()) ? before.shortName() : shortName(draft.name(), aliases),
                aliases,
                parentOf(draft),
                level,
                kind,
                same ? before.functions() : BodyNames.functions(draft.name(), kind),
                Objects.requireNonNullElse(draft.organisationCode(), before.organisationCode()));
    }

    private static BodyLevel levelOf(BodyRows.Draft draft) {
        return Objects.requireNonNull(draft.bodyLevel(), "checked by itself()");
    }

    private @Nullable String parentOf(BodyRows.Draft draft) {
        return draft.parent().isEmpty() ? null : parentCode(draft).orElseThrow();
    }

    private static String shortName(String name, List<String> aliases) {
        return aliases.stream()
                .filter(alias -> alias.length() < name.length())
                .findFirst()
                .orElse(name);
    }
}
