package org.gongkai.request.web;

import java.util.List;
import java.util.Map;
import org.gongkai.deadline.WorkingCalendars;
import org.gongkai.identity.Actor;
import org.gongkai.request.Consultation;
import org.gongkai.request.Requests;
import org.springframework.stereotype.Component;

/** 期限的样子，接口和网页共用。 */
@Component
class Readings {

    private final Requests requests;
    private final WorkingCalendars calendars;

    Readings(Requests requests, WorkingCalendars calendars) {
        this.requests = requests;
        this.calendars = calendars;
    }

    /** 经办、审核、签发、窗口看得到申请人；领导看不到。 */
    static boolean seesPersons(Actor actor) {
        return actor.duties().stream().anyMatch(duty -> switch (duty) {
            case LIAISON, SECTION_HEAD, SECRECY_REVIEWER, SIGNER, OFFICE, WINDOW -> true;
            default -> false;
        });
    }

    RequestPayload.Clock clock(long id) {
        var view = requests.find(id);
        return RequestPayload.Clock.of(view, requests.clock(id), pauses(requests.consultations(id)));
    }

    List<RequestPayload.Pause> pauses(Map<Consultation, Consultation.Outcome> letters) {
        var calendar = calendars.current();
        return letters.entrySet().stream()
                .map(entry -> {
                    var letter = entry.getKey();
                    return new RequestPayload.Pause(
                            letter.number(),
                            letter.party().name(),
                            letter.sentOn(),
                            letter.deliveredOn(),
                            letter.answeredOn(),
                            letter.answerBy(calendar),
                            letter.endsOn(calendar),
                            entry.getValue().name());
                })
                .toList();
    }
}
