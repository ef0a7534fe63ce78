package org.gongkai.ui;

/**
 * 站点标识：页脚和网页标签要用（R-WEB-03、R-TAG-01）。空串表示还没有填。
 *
 * <p>Who the site is: the footer and the meta tags print it. Blank means not yet filled in.
 *
 * @param name 网站名称 SiteName
 * @param domain 域名 SiteDomain
 * @param idCode 网站标识码 SiteIDCode，十位
 * @param sponsor 主办单位
 * @param icp ICP 备案号
 * @param policeRecord 公安备案号
 * @param contact 联系方式
 * @param address 对外的网址，例如 https://www.example.gov.cn，不带结尾的斜线 The public address, never taken from a request
 */
public record Site(
        String name,
        String domain,
        String idCode,
        String sponsor,
        String icp,
        String policeRecord,
        String contact,
        String address) {

    private static final java.util.regex.Pattern ADDRESS = java.util.regex.Pattern.compile(
            "https?://[A-Za-z0-9.-]+(:\\d{1,5})?|https?://\\[[0-9a-fA-F:]+](:\\d{1,5})?");

    public Site {
        address = address.strip().replaceFirst("/+$", "");
        if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("gongkai.site.address 应当写成 https://www.example.gov.cn，不带路径：" + address);
        }
    }
}
