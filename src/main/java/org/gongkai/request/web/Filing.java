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

    Filing(ApplicantDesk applicants, RequestDesk desk, CurrentActor actors, Turnstile turnstile) {
        this.applicants = applicants;
        this.desk = desk;
        this.actors = actors;
        this.turnstile = turnstile;
    }

    Filed file(Application application, HttpServletRequest request) {
        if (enters(actors.get())) {
            return desk.file(application);
        }
        if (application.channel() != FilingChannel.ONLINE || application.confirmedOn() != null) {
            throw new Refused(Refusal.of("request.channelForStaff").basis("OGI-31"));
        }
        return online(application, request);
    }

    /** 申请人自己在网上提交的。 */
    Filed online(Application application, HttpServletRequest request) {
        long seconds = turnstile.wait("file", request);
        if (seconds > 0) {
            throw new TooSoon("request.tooManyFilings", seconds);
        }
        var filed = applicants.file(application);
        turnstile.count("file", Turnstile.FILINGS, request);
        return filed;
    }

    private static boolean enters(Actor actor) {
        return actor.has(Duty.LIAISON) || actor.has(Duty.WINDOW) || actor.has(Duty.OFFICE);
    }
}
