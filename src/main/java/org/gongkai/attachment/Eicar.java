package org.gongkai.attachment;

/** 反病毒测试串；拆开写，免得源码自己被杀毒软件拦下。 */
final class Eicar {

    static final String TEXT = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private Eicar() {}
}
