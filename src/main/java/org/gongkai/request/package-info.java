/**
 * 依申请公开：申请、确认收到、补正、征求意见、延期、收费、答复、送达、归档、复议诉讼结果；期限逐日可查。
 *
 * <p>Disclosure on request: filing, receipt, correction, consultation, extension, fee, reply, service, archive and remedies, with a clock
 * that accounts for every day. Serves OGI art. 27–45 and the fee rules of 国办函〔2020〕109号.
 */
@ApplicationModule(
        displayName = "依申请公开",
        allowedDependencies = {
            "account",
            "attachment",
            "deadline",
            "imports",
            "obligation",
            "obligation::spi",
            "printing",
            "publication",
            "publication::spi",
            "report::spi",
            "search"
        })
@NullMarked
package org.gongkai.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
