package org.gongkai.imports;

/**
 * 能读多大的文件。 What a table file may cost (reliability.md §5).
 *
 * @param bytes of the file
 * @param entries inside a container
 * @param unpacked bytes of all entries together
 * @param ratio unpacked to packed, judged only above {@link #RATIO_FROM} bytes
 * @param rows of one sheet
 * @param columns of one sheet
 * @param cells with content in all sheets
 * @param characters in all sheets
 */
record TableLimits(
        long bytes, int entries, long unpacked, int ratio, int rows, int columns, int cells, long characters) {

    static final long RATIO_FROM = 16L << 20;

    static final TableLimits DEFAULT =
            new TableLimits(32L << 20, 2_000, 200L << 20, 100, 200_000, 256, 3_000_000, 60_000_000);
}
