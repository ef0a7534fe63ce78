package org.gongkai.publication.web;

import java.time.LocalDate;
import org.gongkai.catalogue.Channel;
import org.gongkai.publication.Outlet;

/**
 * 一条公开信息还在哪里公开过。
 *
 * @param id 编号
 * @param channel 公开渠道和载体的十三种之一；WEBSITE 就是公开本身，不在其中
 * @param name 渠道的全称
 * @param on 在那个渠道公开的日期
 * @param where 期号、版面、地点，或者网址
 */
record OutletPayload(long id, Channel channel, String name, LocalDate on, String where) {

    static OutletPayload of(Outlet outlet) {
        return new OutletPayload(
                outlet.id(), outlet.channel(), outlet.channel().printed(), outlet.on(), outlet.where());
    }
}
