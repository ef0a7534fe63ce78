package org.gongkai.publication;

import java.time.LocalDate;
import org.gongkai.catalogue.Channel;
import org.gongkai.law.Term;
import org.jspecify.annotations.Nullable;

/**
 * 公开载体：一条公开信息除本平台网站以外，还在哪个渠道、哪一天、什么地方公开过（R-CAT-11）。
 *
 * <p>Where else a published record was disclosed. Entries are added and struck, never changed.
 *
 * @param on 在那个渠道公开的日期
 * @param where 期号、版面、地点，或者网址
 * @param struckFor 划去的理由；没有划去的为空
 */
@Term("公开载体")
public record Outlet(
        long id,
        long disclosure,
        String body,
        Channel channel,
        LocalDate on,
        String where,
        @Nullable String struckFor) {

    public boolean isStruck() {
        return struckFor != null;
    }

    /** 写的是网址，页面上可以点开。 */
    public boolean isLink() {
        return OutletCheck.isLink(where);
    }
}
