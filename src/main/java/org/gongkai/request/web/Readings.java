package org.gongkai.request.web;

import java.util.List;
import java.util.Map;
import org.gongkai.deadline.WorkingCalendars;
import org.gongkai.request.Consultation;
import org.gongkai.request.RequestView;
import org.gongkai.request.Requests;
import org.gongkai.ui.Dates;
import org.gongkai.ui.Texts;
import org.springframework.stereotype.Component;

/** 期限的样子，接口和网页共用。 */
@Component
class Readings {

    private final Requests requests;
    private final WorkingCalendars calendars;
    private final Texts texts;

    Readings(Requests requests, WorkingCalendars calendars, Texts texts) {
        this.requests = requests;
        this.calendars = calendars;
        this.texts = texts;
    }

    RequestPayload.Clock clock(long id) {
        var view = requests.find(id);
        return RequestPayload.Clock.of(view, requests.clock(view), pauses(requests.consultations(view)));
    }

    /** 每份征求意见书一行话，页面用。 */
    List<String> lines(RequestView view) {
        return pauses(requests.consultations(view)).stream()
                .map(pause -> texts.get(
                        // answered on the day it was sent: nothing is taken off
                        pause.notCountedUntil().isAfter(pause.sentOn())
                                ? "request.consultation.line"
                                : "request.consultation.sameDay",
                        pause.letter(),
                        texts.get("request.consulted." + pause.party()),
                        Dates.iso(pause.sentOn()),
                        Dates.iso(pause.answerBy()),
                        texts.get("request.outcome." + pause.outcome()),
                        Dates.iso(pause.notCountedUntil())))
                .toList();
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
