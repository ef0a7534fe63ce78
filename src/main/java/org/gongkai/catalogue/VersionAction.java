package org.gongkai.catalogue;

/** 对目录版本能做的事。 */
public enum VersionAction {
    IMPORT,
    REVIEW,
    SEND_BACK,
    ADOPT,
    SUPERSEDE
}
