package org.gongkai.request;

/** 送达方式；以哪一天判断是否按期随之而定（R-REQ-21）。 How a reply is served. */
public enum ServiceManner {
    /** 邮寄：邮政企业，以交邮之日为准 */
    POST,
    /** 直接送达：以签收之日为准 */
    IN_PERSON,
    /** 委托其他行政机关送达：以签收之日为准 */
    THROUGH_ANOTHER_BODY,
    /** 申请人要求的电子方式：以发出之日为准 */
    ELECTRONIC
}
