package org.gongkai.organisation;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.gongkai.law.Basis;

/**
 * 政府信息公开指南（R-GUIDE-01），各项必填。 The guide a body publishes; every field is required by law.
 *
 * @param body 机构代码
 * @param classification 信息的分类
 * @param arrangement 编排体系
 * @param ways 获取方式
 * @param office 公开工作机构名称
 * @param address 办公地址
 * @param hours 办公时间
 * @param telephone 联系电话
 * @param fax 传真号码
 * @param internet 互联网联系方式
 * @param updatedOn 更新日期
 */
@Basis("OGI-12")
public record Guide(
        String body,
        String classification,
        String arrangement,
        String ways,
        String office,
        String address,
        String hours,
        String telephone,
        String fax,
        String internet,
        LocalDate updatedOn) {

    boolean isComplete() {
        return Stream.of(classification, arrangement, ways, office, address, hours, telephone, fax, internet)
                .noneMatch(String::isBlank);
    }

    int longest() {
        return Stream.of(classification, arrangement, ways, office, address, hours, telephone, fax, internet)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
