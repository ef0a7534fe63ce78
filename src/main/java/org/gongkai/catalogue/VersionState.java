package org.gongkai.catalogue;

/** 目录版本的状态。 */
public enum VersionState {
    DRAFT,
    REVIEWED,
    ADOPTED,
    SUPERSEDED
}
