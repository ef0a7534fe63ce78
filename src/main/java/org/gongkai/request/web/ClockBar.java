package org.gongkai.request.web;

import java.util.List;
import org.gongkai.request.ClockDay;
import org.gongkai.ui.Texts;

/** 期限条：一天一格，计入的实心，不计入的淡，扣除的斜纹；给看的人，逐日表给读的人。 The clock as a bar, one cell a day. */
final class ClockBar {

    private static final int CELL = 10;
    private static final int HEIGHT = 26;
    private static final int A_ROW = 70;

    private ClockBar() {}

    static String svg(List<ClockDay> days, Texts texts) {
        int rows = (days.size() + A_ROW - 1) / A_ROW;
        int width = Math.min(days.size(), A_ROW) * CELL;
        var svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">"
                        .formatted(width, rows * HEIGHT, width, rows * HEIGHT, texts.get("request.clock.bar")));
        for (int i = 0; i < days.size(); i++) {
            var day = days.get(i);
            svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"><title>%s %s</title></rect>"
                    .formatted(
                            i % A_ROW * CELL,
                            i / A_ROW * HEIGHT,
                            CELL - 1,
                            HEIGHT - 6,
                            colour(day),
                            day.date(),
                            texts.get("request.day." + day.why().name())));
        }
        return svg.append("</svg>").toString();
    }

    private static String colour(ClockDay day) {
        return switch (day.why()) {
            case START -> "#1B1F24";
            case WORKING_DAY, MAKE_UP_DAY -> day.extension() ? "#7A4300" : "#0B57A4";
            case CONSULTING -> "#5B3A8C";
            case AWAITING_CORRECTION, AWAITING_PAYMENT -> "#1B6E3C";
            case SET_ASIDE -> "#C9DDF1";
            case DEFERRED, ORDERED -> "#7A4300";
            case AWAITING_CONFIRMATION -> "#A9B4BF";
            case WEEKEND, HOLIDAY, STATUTORY_HOLIDAY -> "#E6EAEE";
        };
    }
}
