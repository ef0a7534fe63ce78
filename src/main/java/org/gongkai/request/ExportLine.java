package org.gongkai.request;

/**
 * 导出表里的一行。
 *
 * <p>A line of the list of exports, with what the one looking may do with it.
 *
 * @param take 当前操作人现在可以下载
 * @param decide 等当前操作人决定
 */
public record ExportLine(FolderExport export, boolean take, boolean decide) {}
