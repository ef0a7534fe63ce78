package org.gongkai.catalogue;

import org.gongkai.law.Term;

/** 公开对象。 To whom an item is disclosed: to all, or to a group the catalogue names. */
@Term("公开对象")
public enum Audience {
    /** 全社会 */
    PUBLIC,
    /** 特定群体 */
    GROUP,
    /** 原件没有勾选 */
    UNSTATED
}
