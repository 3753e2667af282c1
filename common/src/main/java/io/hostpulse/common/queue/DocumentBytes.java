package io.hostpulse.common.queue;

import java.nio.ByteBuffer;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.wire.DocumentContext;

/** A reusable buffer for the bytes of one document after another. Not thread-safe. */
final class DocumentBytes {

    private byte[] array = new byte[4096];
    private ByteBuffer buffer = ByteBuffer.wrap(array);
    private long index;

    /** Copies the next document out, so that nothing points into mapped memory once the tailer moves on. */
    boolean readNext(ExcerptTailer tailer) {
        try (DocumentContext document = tailer.readingDocument()) {
            if (!document.isPresent()) {
                return false;
            }
            Bytes<?> bytes = document.wire().bytes();
            int length = (int) bytes.readRemaining();
            reserve(length);
            bytes.read(array, 0, length);
            buffer.clear().limit(length);
            index = document.index();
            return true;
        }
    }

    private void reserve(int length) {
        if (array.length < length) {
            array = new byte[Math.max(length, 2 * array.length)];
            buffer = ByteBuffer.wrap(array);
        }
    }

    ByteBuffer bytes() {
        return buffer;
    }

    /** Where the document stands in its queue. */
    long index() {
        return index;
    }
}
