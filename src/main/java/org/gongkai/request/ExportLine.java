package org.gongkai.request;

/**
 * 导出表里的一行。
 *
 * @param take 当前操作人现在可以下载
 * @param decide 等当前操作人决定
 */
public record ExportLine(FolderExport export, boolean take, boolean decide) {}
