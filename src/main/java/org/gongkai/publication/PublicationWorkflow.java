package org.gongkai.publication;

import static org.gongkai.identity.Duty.LIAISON;
import static org.gongkai.identity.Duty.OFFICE;
import static org.gongkai.identity.Duty.SECRECY_REVIEWER;
import static org.gongkai.identity.Duty.SECTION_HEAD;
import static org.gongkai.identity.Duty.SIGNER;
import static org.gongkai.publication.EditionState.DISCARDED;
import static org.gongkai.publication.EditionState.DRAFT;
import static org.gongkai.publication.EditionState.PUBLISHED;
import static org.gongkai.publication.EditionState.REFERRED;
import static org.gongkai.publication.EditionState.REGISTERED;
import static org.gongkai.publication.EditionState.RETURNED;
import static org.gongkai.publication.EditionState.SCHEDULED;
import static org.gongkai.publication.EditionState.SECRECY_REVIEW;
import static org.gongkai.publication.EditionState.SECTION_REVIEW;
import static org.gongkai.publication.EditionState.SIGNING;
import static org.gongkai.publication.EditionState.SUPERSEDED;
import static org.gongkai.publication.EditionState.WITHDRAWN;
import static org.gongkai.publication.PublicationAction.APPROVE;
import static org.gongkai.publication.PublicationAction.CANCEL;
import static org.gongkai.publication.PublicationAction.CORRECT;
import static org.gongkai.publication.PublicationAction.DISCARD;
import static org.gongkai.publication.PublicationAction.EDIT;
import static org.gongkai.publication.PublicationAction.MASK;
import static org.gongkai.publication.PublicationAction.PUBLISH;
import static org.gongkai.publication.PublicationAction.RECALL;
import static org.gongkai.publication.PublicationAction.REFER;
import static org.gongkai.publication.PublicationAction.REGISTER;
import static org.gongkai.publication.PublicationAction.RELEASE;
import static org.gongkai.publication.PublicationAction.RETURN;
import static org.gongkai.publication.PublicationAction.SCHEDULE;
import static org.gongkai.publication.PublicationAction.SKIP;
import static org.gongkai.publication.PublicationAction.SUBMIT;
import static org.gongkai.publication.PublicationAction.SUPERSEDE;
import static org.gongkai.publication.PublicationAction.WITHDRAW;
import static org.gongkai.workflow.Workflow.row;

import java.util.List;
import org.gongkai.workflow.Workflow;

/** 信息发布流程表（F-PUB、F-ATTR）：一个版本从草稿到公开、登记或作废。 The one table of the lifecycle. */
final class PublicationWorkflow {

    static final Workflow<EditionState, PublicationAction> TABLE = Workflow.of(
            "publication.workflow",
            List.of(
                    row(DRAFT, EDIT, DRAFT, "OGI-26", LIAISON, SECTION_HEAD, OFFICE),
                    row(DRAFT, MASK, DRAFT, "OGI-15", LIAISON, SECTION_HEAD, OFFICE),
                    row(DRAFT, SUBMIT, SECTION_REVIEW, "OGI-17", LIAISON, SECTION_HEAD, OFFICE),
                    row(DRAFT, DISCARD, DISCARDED, "OGI-17", LIAISON, SECTION_HEAD, OFFICE),
                    row(RETURNED, EDIT, RETURNED, "OGI-26", LIAISON, SECTION_HEAD, OFFICE),
                    row(RETURNED, MASK, RETURNED, "OGI-15", LIAISON, SECTION_HEAD, OFFICE),
                    row(RETURNED, SUBMIT, SECTION_REVIEW, "OGI-17", LIAISON, SECTION_HEAD, OFFICE),
                    row(RETURNED, DISCARD, DISCARDED, "OGI-17", LIAISON, SECTION_HEAD, OFFICE),
                    row(SECTION_REVIEW, APPROVE, SECRECY_REVIEW, "OGI-17", SECTION_HEAD),
                    row(SECTION_REVIEW, RETURN, RETURNED, "OGI-17", SECTION_HEAD),
                    row(SECTION_REVIEW, RECALL, DRAFT, "OGI-17", LIAISON, SECTION_HEAD, OFFICE),
                    row(SECTION_REVIEW, SKIP, SECRECY_REVIEW, "OGI-17"),
                    row(SECRECY_REVIEW, APPROVE, SIGNING, "OGI-17", SECRECY_REVIEWER),
                    row(SECRECY_REVIEW, MASK, SECRECY_REVIEW, "OGI-15", SECRECY_REVIEWER),
                    row(SECRECY_REVIEW, RETURN, RETURNED, "OGI-17", SECRECY_REVIEWER),
                    row(SECRECY_REVIEW, REFER, REFERRED, "OGI-17", SECRECY_REVIEWER),
                    row(SECRECY_REVIEW, RECALL, DRAFT, "OGI-17", LIAISON, SECTION_HEAD, OFFICE),
                    row(REFERRED, APPROVE, SIGNING, "OGI-17", SECRECY_REVIEWER),
                    row(REFERRED, RETURN, RETURNED, "OGI-17", SECRECY_REVIEWER),
                    row(SIGNING, PUBLISH, PUBLISHED, "OGI-26", SIGNER),
                    row(SIGNING, SCHEDULE, SCHEDULED, "OGI-26", SIGNER),
                    row(SIGNING, REGISTER, REGISTERED, "OGI-17", SIGNER),
                    row(SIGNING, RETURN, RETURNED, "OGI-17", SIGNER),
                    row(SCHEDULED, RELEASE, PUBLISHED, "OGI-26"),
                    row(SCHEDULED, CANCEL, SIGNING, "OGI-17", SIGNER),
                    row(PUBLISHED, CORRECT, PUBLISHED, "OGI-6", LIAISON, SECTION_HEAD, OFFICE),
                    row(PUBLISHED, SUPERSEDE, SUPERSEDED, "OGI-6"),
                    row(PUBLISHED, WITHDRAW, WITHDRAWN, "OGI-15", SIGNER, OFFICE),
                    row(REGISTERED, CORRECT, REGISTERED, "OGI-18", LIAISON, SECTION_HEAD, OFFICE)));

    private PublicationWorkflow() {}
}
