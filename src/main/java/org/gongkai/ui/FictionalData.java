package org.gongkai.ui;

/** 平台里装的是不是虚构的示范数据；是的，每个公开页面都说明。 Whether this is fictional data; if so each public page says it. */
@FunctionalInterface
public interface FictionalData {

    boolean present();
}
