package org.gongkai.bench;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.gongkai.demonstration.DistrictFiles;
import org.gongkai.demonstration.DistrictSize;
import org.gongkai.demonstration.DistrictYear;

/** An application filled with a simulated district through the public interface, as a basis for everything about reading. */
final class District {

    private District() {}

    static void fill(Application application, DistrictSize size, LocalDate from, LocalDate to) throws Exception {
        DistrictFiles files = new DistrictFiles(DistrictYear.simulate(DistrictYear.SEED, size, from, to));
        Imports imports = new Imports(application);
        imports.load("bodies", "bodies.csv", files.bodies(), Map.of());
        for (String area : files.areas()) {
            imports.load("catalogue", area + ".xlsx", files.catalogue(area), Map.of("area", area, "dryRun", "false"));
        }
        imports.load("formations", "formations.csv", files.formationsCsv(), Map.of("dryRun", "false"));
        StringWriter disclosures = new StringWriter();
        DistrictFiles.write(files.disclosures(), disclosures);
        imports.load(
                "disclosures",
                "disclosures.jsonl",
                disclosures.toString().getBytes(StandardCharsets.UTF_8),
                Map.of("dryRun", "false"));
    }
}
