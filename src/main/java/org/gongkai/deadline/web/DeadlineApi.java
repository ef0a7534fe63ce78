package org.gongkai.deadline.web;

import java.util.List;
import org.gongkai.deadline.TimeLimitPhrases;
import org.gongkai.deadline.WorkingCalendars;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 时限推算和期限写法解读的公开接口。 Public, no token. */
@RestController
@RequestMapping("/api/v1/deadlines")
class DeadlineApi {

    private final WorkingCalendars calendars;
    private final Texts texts;

    DeadlineApi(WorkingCalendars calendars, Texts texts) {
        this.calendars = calendars;
        this.texts = texts;
    }

    /**
     * 推算最后一日，并逐日说明。
     *
     * @param start 起算日，如 2026-09-24；以小时计的可以写到分钟（只写日期时从零点起）
     * @param limit 时限的数量
     * @param unit working-day、calendar-day、month、year、hour
     * @param roll 自然日、月、年的最后一日是休息日时是否顺延；不写时顺延（民法典第二百零三条）
     * @param pause 扣除期间，如 2026-03-11/2026-03-26，可以写几个；重叠的取并集
     * @param extension 延长的工作日，从原来的最后一日接着数
     */
    @GetMapping("/due")
    @Requires(scope = Scope.PUBLIC)
    DueView due(
            @RequestParam(required = false) @Nullable String start,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String roll,
            @RequestParam(required = false) @Nullable List<String> pause,
            @RequestParam(required = false) @Nullable String extension) {
        var form = new DueForm(start, limit, unit, roll, pause, extension);
        return DueView.of(form.deadline(calendars.current()), texts);
    }

    /** 解读一个期限写法；看不懂的是 UNKNOWN，有疑问的 confident 为假。 */
    @GetMapping("/parse")
    @Requires(scope = Scope.PUBLIC)
    PhraseView parse(@RequestParam(required = false) @Nullable String text) {
        if (text == null) {
            throw new Refused(Refusal.of("deadline.missing", "text"));
        }
        return PhraseView.of(TimeLimitPhrases.parse(text));
    }
}
