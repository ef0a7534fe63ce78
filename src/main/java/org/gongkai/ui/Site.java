package org.gongkai.ui;

/**
 * 站点标识：页脚和网页标签要用（R-WEB-03、R-TAG-01）。空串表示还没有填。
 *
 * @param name 网站名称 SiteName
 * @param domain 域名 SiteDomain
 * @param idCode 网站标识码 SiteIDCode，十位
 * @param sponsor 主办单位
 * @param icp ICP 备案号
 * @param policeRecord 公安备案号
 * @param contact 联系方式
 */
public record Site(
        String name, String domain, String idCode, String sponsor, String icp, String policeRecord, String contact) {}
