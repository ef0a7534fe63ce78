package org.gongkai.identity;

/** 岗位：一个账号可以有几个岗位，每个岗位决定能做哪些法定行为。 What an account is charged with. */
public enum Duty {
    /** 联络员、经办人：起草、登记信息形成、提交 */
    LIAISON,
    /** 科室负责人：科室审核 */
    SECTION_HEAD,
    /** 保密审查员：先审查、后公开 */
    SECRECY_REVIEWER,
    /** 签发人（分管领导） */
    SIGNER,
    /** 政府办公室政务公开科：全区范围 */
    OFFICE,
    /** 领导：看全区情况、批示 */
    LEADER,
    /** 第三方评估：只看已公开和自己的样本 */
    ASSESSOR,
    /** 窗口、村居 */
    WINDOW,
    /** 系统管理员：机构、账号、日历、任务，不经手内容 */
    SYSTEM_ADMINISTRATOR,
    /** 安全管理员：岗位授权 */
    SECURITY_ADMINISTRATOR,
    /** 审计管理员：查留痕，不能改 */
    AUDITOR;

    /** 有这个岗位，数据范围就是全区。 Only these carry the whole district; nothing else does. */
    public boolean isDistrictWide() {
        return this == OFFICE || this == LEADER;
    }
}
