package org.gongkai.catalogue;

/** 对目录版本能做的事。 What can be done to an edition of a catalogue; see the workflow table. */
public enum VersionAction {
    IMPORT,
    REVIEW,
    SEND_BACK,
    ADOPT,
    SUPERSEDE
}
