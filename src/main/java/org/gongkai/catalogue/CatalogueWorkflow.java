package org.gongkai.catalogue;

import static org.gongkai.catalogue.VersionAction.ADOPT;
import static org.gongkai.catalogue.VersionAction.IMPORT;
import static org.gongkai.catalogue.VersionAction.REVIEW;
import static org.gongkai.catalogue.VersionAction.SEND_BACK;
import static org.gongkai.catalogue.VersionAction.SUPERSEDE;
import static org.gongkai.catalogue.VersionState.ADOPTED;
import static org.gongkai.catalogue.VersionState.DRAFT;
import static org.gongkai.catalogue.VersionState.REVIEWED;
import static org.gongkai.catalogue.VersionState.SUPERSEDED;
import static org.gongkai.workflow.Workflow.row;

import java.util.List;
import org.gongkai.identity.Duty;
import org.gongkai.workflow.Workflow;

/** 标准目录的版本怎样一步步生效。 The lifecycle of a version. */
final class CatalogueWorkflow {

    static final Workflow<VersionState, VersionAction> TABLE = Workflow.of(
            "catalogue.workflow",
            List.of(
                    //  from      action     to          basis        duty
                    row(DRAFT, IMPORT, DRAFT, "GB54-2019", Duty.OFFICE, Duty.LIAISON),
                    row(DRAFT, REVIEW, REVIEWED, "GB54-2019", Duty.OFFICE, Duty.SECTION_HEAD),
                    row(REVIEWED, SEND_BACK, DRAFT, "GB54-2019", Duty.OFFICE, Duty.SIGNER),
                    row(REVIEWED, ADOPT, ADOPTED, "GB54-2019", Duty.OFFICE, Duty.SIGNER),
                    row(ADOPTED, SUPERSEDE, SUPERSEDED, "GB54-2019")));

    private CatalogueWorkflow() {}
}
