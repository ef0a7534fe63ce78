package org.gongkai.publication;

import java.time.Instant;

/**
 * 一个公开过的版本。
 *
 * <p>One edition of a record that was public at some time.
 *
 * @param number 版次
 * @param changeNote 更正说明，首版为空串
 * @param digest 内容的 SHA-256
 */
public record EditionLine(int number, String title, Instant publishedAt, String changeNote, String digest) {}
