package org.gongkai.organisation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 名录和指南的写入。 */
@Repository
class OrganisationStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    OrganisationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One importer at a time: the judgement is made against what will still be there. */
    void lock() {
        jdbc.sql("lock table organisation.body in share row exclusive mode").update();
    }

    void save(List<PublicBody> bodies) {
        var now = OffsetDateTime.now(clock);
        for (PublicBody body : bodies) {
            jdbc.sql("""
                            insert into organisation.body
                                (code, name, short_name, aliases, parent, level, kind, functions, organisation_code, changed_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (code) do update set name = excluded.name, short_name = excluded.short_name,
                                aliases = excluded.aliases, parent = excluded.parent, level = excluded.level,
                                kind = excluded.kind, functions = excluded.functions,
                                organisation_code = excluded.organisation_code, changed_at = excluded.changed_at""")
                    .param(body.code())
                    .param(body.name())
                    .param(body.shortName())
                    .param(body.aliases().toArray(String[]::new))
                    .param(body.parent())
                    .param(body.level().name())
                    .param(body.kind().name())
                    .param(body.functions().toArray(String[]::new))
                    .param(body.organisationCode())
                    .param(now)
                    .update();
        }
    }

    void save(Guide guide) {
        jdbc.sql("""
                        insert into organisation.guide
                            (body, classification, arrangement, ways, office, address, hours, telephone, fax, internet, updated_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (body) do update set classification = excluded.classification,
                            arrangement = excluded.arrangement, ways = excluded.ways, office = excluded.office,
                            address = excluded.address, hours = excluded.hours, telephone = excluded.telephone,
                            fax = excluded.fax, internet = excluded.internet, updated_on = excluded.updated_on""")
                .param(guide.body())
                .param(guide.classification())
                .param(guide.arrangement())
                .param(guide.ways())
                .param(guide.office())
                .param(guide.address())
                .param(guide.hours())
                .param(guide.telephone())
                .param(guide.fax())
                .param(guide.internet())
                .param(guide.updatedOn())
                .update();
    }
}
