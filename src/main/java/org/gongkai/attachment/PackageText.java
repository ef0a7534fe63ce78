package org.gongkai.attachment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * 从 docx、xlsx、pptx、ofd 流式取出文字，同时记下隐藏的内容。
 *
 * <p>Streams the text out of a package part by part; nothing is held but the text. Hidden sheets, rows, comments, tracked changes and
 * speaker notes are read too, and said to be hidden.
 */
final class PackageText {

    private static final XMLInputFactory XML = factory();

    private final Extracted out;

    PackageText(Extracted out) {
        this.out = out;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    void read(Path file, FileKind kind) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var parts = new ArrayList<ZipEntry>(
                    zip.stream().map(ZipEntry.class::cast).toList());
            parts.sort(java.util.Comparator.comparing(ZipEntry::getName));
            for (var part : parts) {
                var name = part.getName().toLowerCase(Locale.ROOT);
                remark(name);
                if (name.endsWith(".xml") && holdsText(name, kind)) {
                    try (var in = zip.getInputStream(part)) {
                        part(XML.createXMLStreamReader(in), name);
                    } catch (XMLStreamException e) {
                        throw new IOException(e);
                    }
                }
            }
        }
    }

    private static boolean holdsText(String name, FileKind kind) {
        return switch (kind) {
            case DOCX ->
                name.startsWith("word/")
                        && name.matches("word/(?:document|header.*|footer.*|footnotes|endnotes|comments)\\.xml");
            case XLSX ->
                name.matches("xl/(?:workbook|sharedstrings|comments[^/]*|worksheets/[^/]+|drawings/[^/]+)\\.xml");
            case PPTX -> name.matches("ppt/(?:slides|notesslides|comments)/[^/]+\\.xml");
            default -> name.matches("doc_.*content[^/]*\\.xml") || name.equals("ofd.xml");
        };
    }

    private void remark(String name) {
        if (name.startsWith("word/comments") || name.startsWith("xl/comments") || name.startsWith("ppt/comments")) {
            out.hidden("批注");
        } else if (name.contains("/embeddings/")) {
            out.hidden("嵌入的文件或对象");
        } else if (name.startsWith("xl/externallinks/")) {
            out.hidden("引用其他工作簿的数据");
        } else if (name.startsWith("xl/pivotcache/")) {
            out.hidden("数据透视表缓存（可能含源数据）");
        } else if (name.startsWith("ppt/notesslides/")) {
            out.hidden("演讲者备注");
        }
    }

    private void part(XMLStreamReader xml, String name) throws XMLStreamException {
        boolean value = false;
        String type = "";
        while (xml.hasNext() && !out.isFull()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var element = xml.getLocalName();
                    remarkElement(xml, element, name);
                    if (element.equals("c")) {
                        type = attribute(xml, "t");
                    }
                    value = isText(element, type, name);
                    if (element.equals("tab")) {
                        out.add("\t");
                    } else if (element.equals("br")) {
                        out.add("\n");
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (value) {
                        out.add(Extracted.plainNumbers(xml.getText()));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    end(xml.getLocalName());
                    value = false;
                }
                default -> {}
            }
        }
        out.line();
    }

    private static boolean isText(String element, String type, String name) {
        return switch (element) {
            case "t", "delText", "TextCode" -> true;
            case "v" -> !type.equals("s") && !type.equals("b") && !type.equals("e");
            default -> false;
        };
    }

    private void end(String element) {
        switch (element) {
            case "p", "row", "si", "TextObject", "tr" -> out.line();
            case "c", "tc" -> out.add("\t");
            default -> {}
        }
    }

    private void remarkElement(XMLStreamReader xml, String element, String name) {
        switch (element) {
            case "del", "ins", "moveFrom", "moveTo" -> {
                if (name.startsWith("word/")) {
                    out.hidden("没有接受的修订");
                }
            }
            case "vanish" -> out.hidden("隐藏的文字");
            case "sheet" -> {
                if (attribute(xml, "state").toLowerCase(Locale.ROOT).contains("hidden")) {
                    out.hidden("隐藏的工作表：" + attribute(xml, "name"));
                }
            }
            case "row" -> {
                if (isTrue(xml, "hidden")) {
                    out.hidden("隐藏的行");
                }
            }
            case "col" -> {
                if (isTrue(xml, "hidden")) {
                    out.hidden("隐藏的列");
                }
            }
            case "sld" -> {
                if (attribute(xml, "show").equals("0")) {
                    out.hidden("隐藏的幻灯片");
                }
            }
            default -> {}
        }
    }

    private static boolean isTrue(XMLStreamReader xml, String name) {
        var value = attribute(xml, name);
        return value.equals("1") || value.equals("true");
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }
}
