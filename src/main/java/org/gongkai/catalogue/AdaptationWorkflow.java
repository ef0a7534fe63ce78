package org.gongkai.catalogue;

import static org.gongkai.catalogue.Adaptation.Action.APPROVE;
import static org.gongkai.catalogue.Adaptation.Action.PROPOSE;
import static org.gongkai.catalogue.Adaptation.Action.REJECT;
import static org.gongkai.catalogue.Adaptation.Action.REVOKE;
import static org.gongkai.catalogue.Adaptation.State.APPROVED;
import static org.gongkai.catalogue.Adaptation.State.PROPOSED;
import static org.gongkai.catalogue.Adaptation.State.REJECTED;
import static org.gongkai.catalogue.Adaptation.State.REVOKED;
import static org.gongkai.workflow.Workflow.row;

import java.util.List;
import org.gongkai.identity.Duty;
import org.gongkai.workflow.Workflow;

/** 因地制宜的调整怎样提出、审核、撤回。 The lifecycle of an override. */
final class AdaptationWorkflow {

    static final Workflow<Adaptation.State, Adaptation.Action> TABLE = Workflow.of(
            "catalogue.adaptation",
            List.of(
                    //  from      action   to         basis        duty
                    row(PROPOSED, PROPOSE, PROPOSED, "GB54-2019", Duty.LIAISON, Duty.SECTION_HEAD, Duty.OFFICE),
                    row(PROPOSED, APPROVE, APPROVED, "GB54-2019", Duty.OFFICE),
                    row(PROPOSED, REJECT, REJECTED, "GB54-2019", Duty.OFFICE),
                    row(PROPOSED, REVOKE, REVOKED, "GB54-2019", Duty.LIAISON, Duty.SECTION_HEAD, Duty.OFFICE),
                    row(APPROVED, REVOKE, REVOKED, "GB54-2019", Duty.LIAISON, Duty.SECTION_HEAD, Duty.OFFICE)));

    private AdaptationWorkflow() {}
}
