package org.gongkai.ui;

import java.util.Locale;

/** 界面文字，来自各模块的资源文件 {@code messages/<module>.properties}。 Texts by key; the first word of a key names its module. */
public interface Texts {

    /** 找不到的键原样返回，并由测试发现。 */
    String get(Locale locale, String key, Object... args);

    default String get(String key, Object... args) {
        return get(Locale.SIMPLIFIED_CHINESE, key, args);
    }
}
