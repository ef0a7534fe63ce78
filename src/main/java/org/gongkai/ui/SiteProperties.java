package org.gongkai.ui;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** 站点标识，来自配置 {@code gongkai.site.*}。 */
@ConfigurationProperties("gongkai.site")
record SiteProperties(
        @DefaultValue("政务公开平台") String name,
        @DefaultValue("") String domain,
        @DefaultValue("") String idCode,
        @DefaultValue("") String sponsor,
        @DefaultValue("") String icp,
        @DefaultValue("") String policeRecord,
        @DefaultValue("") String contact,
        @DefaultValue("") String address) {

    Site site() {
        return new Site(name, domain, idCode, sponsor, icp, policeRecord, contact, address);
    }
}
