package org.gongkai.search;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.gongkai.ui.Asked;

/** 续页码：上一页最后一条的次序和编号，带校验，改过的认得出。 Where a page ended, with a checksum: a made-up one is refused. */
final class SearchCursor {

    private SearchCursor() {}

    static String write(FieldDoc last, boolean newest) {
        byte[] id = ((BytesRef) last.fields[1]).utf8ToString().getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(Integer.BYTES + (newest ? Long.BYTES : Float.BYTES) + id.length);
        bytes.putInt(0);
        if (newest) {
            bytes.putLong((Long) last.fields[0]);
        } else {
            bytes.putFloat((Float) last.fields[0]);
        }
        byte[] all = bytes.put(id).array();
        bytes.putInt(0, check(all, newest));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    static FieldDoc read(String text, boolean newest) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(text);
            var bytes = ByteBuffer.wrap(all);
            int check = bytes.getInt();
            Object first = newest ? (Object) bytes.getLong() : (Object) bytes.getFloat();
            var id = new byte[bytes.remaining()];
            bytes.get(id);
            if (check == check(all, newest)) {
                return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {first, new BytesRef(id)});
            }
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            // said below
        }
        throw Asked.cursor();
    }

    private static int check(byte[] all, boolean newest) {
        var crc = new CRC32();
        crc.update(newest ? 1 : 2);
        crc.update(all, Integer.BYTES, all.length - Integer.BYTES);
        return (int) crc.getValue();
    }
}
