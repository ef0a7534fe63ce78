package org.gongkai.attachment;

import static org.gongkai.attachment.PackageCheck.refused;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF：不能加密、不能有脚本、启动动作、动态表单、内嵌文件，也不能同时是压缩包。 */
final class PdfCheck {

    private static final Set<String> ACTIVE_ACTIONS =
            Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "GoToE");
    private static final int MOST_OBJECTS = 2_000_000;

    private PdfCheck() {}

    static void check(Path file) throws IOException {
        mustNotBeZip(file);
        try (var pdf = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            catalogue(pdf);
            objects(pdf);
            if (pdf.getNumberOfPages() == 0) {
                throw refused("attachment.damaged", "pdf");
            }
        } catch (InvalidPasswordException e) {
            throw refused("attachment.encrypted");
        } catch (IOException | IllegalArgumentException | ClassCastException | StackOverflowError e) {
            throw refused("attachment.damaged", "pdf");
        }
    }

    private static void catalogue(PDDocument pdf) {
        var root = pdf.getDocumentCatalog().getCOSObject();
        var names = root.getCOSDictionary(COSName.NAMES);
        if (names != null && (names.containsKey(COSName.EMBEDDED_FILES))) {
            throw refused("attachment.embeddedFile");
        }
        if (names != null && names.containsKey(COSName.getPDFName("JavaScript"))) {
            throw refused("attachment.script", "JavaScript");
        }
        var form = root.getCOSDictionary(COSName.ACRO_FORM);
        if (form != null && form.containsKey(COSName.getPDFName("XFA"))) {
            throw refused("attachment.script", "XFA");
        }
    }

    private static void objects(PDDocument pdf) {
        var keys = pdf.getDocument().getXrefTable().keySet();
        if (keys.size() > MOST_OBJECTS) {
            throw refused("attachment.damaged", "pdf");
        }
        for (var key : keys) {
            if (pdf.getDocument().getObjectFromPool(key).getObject() instanceof COSDictionary dictionary) {
                action(dictionary);
            }
        }
    }

    private static void action(COSDictionary dictionary) {
        var kind = dictionary.getNameAsString(COSName.S);
        if (kind != null && ACTIVE_ACTIONS.contains(kind) && !dictionary.containsKey(COSName.getPDFName("P"))) {
            throw refused("attachment.script", kind);
        }
        for (var entry : new String[] {"OpenAction", "AA", "A"}) {
            var inner = dictionary.getDictionaryObject(COSName.getPDFName(entry));
            if (inner instanceof COSDictionary nested) {
                var nestedKind = nested.getNameAsString(COSName.S);
                if (nestedKind != null && ACTIVE_ACTIONS.contains(nestedKind)) {
                    throw refused("attachment.script", nestedKind);
                }
            }
        }
        if (COSName.getPDFName("Filespec").equals(dictionary.getCOSName(COSName.TYPE))
                && dictionary.containsKey(COSName.EF)) {
            throw refused("attachment.embeddedFile");
        }
    }

    private static void mustNotBeZip(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(in.length(), 22 + 65_535);
            var tail = new byte[length];
            in.seek(in.length() - length);
            in.readFully(tail);
            for (int i = 0; i + 3 < length; i++) {
                if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
                    throw refused("attachment.polyglot");
                }
            }
        }
    }
}
