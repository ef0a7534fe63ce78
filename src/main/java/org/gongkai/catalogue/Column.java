package org.gongkai.catalogue;

/** 目录表的列。 The columns a catalogue table may have (R-CAT-10), and the sub-columns that are ticked. */
enum Column {
    SERIAL,
    AREA,
    PRIMARY,
    SECONDARY,
    TERTIARY,
    CONTENT,
    BASIS,
    LIMIT,
    BODY,
    CHANNEL,
    AUDIENCE,
    AUDIENCE_ALL,
    AUDIENCE_GROUP,
    MODE,
    MODE_PROACTIVE,
    MODE_ON_REQUEST,
    LEVEL,
    LEVEL_PROVINCE,
    LEVEL_CITY,
    LEVEL_COUNTY,
    LEVEL_TOWN,
    LEVEL_VILLAGE,
    LEVEL_TOWN_VILLAGE,
    STAGE,
    REMARK
}
