package org.gongkai.catalogue;

/** 目录版本的状态。 How far an edition of a catalogue has come; whether it is in force today is its standing. */
public enum VersionState {
    DRAFT,
    REVIEWED,
    ADOPTED,
    SUPERSEDED
}
