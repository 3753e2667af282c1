package io.hostpulse.common.queue;

import io.hostpulse.common.codec.RecordView;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;

/**
 * Finds single records by Chronicle's own index, read-only. Hostpulse's readers need no index, but by it the writer finds the
 * place to append. Used by one thread.
 */
public final class RecordFinder implements AutoCloseable {

    private final SingleChronicleQueue queue;
    private final ExcerptTailer tailer;
    private final Bytes<ByteBuffer> document = Bytes.elasticByteBuffer();
    private final RecordView view = new RecordView();

    private RecordFinder(SingleChronicleQueue queue) {
        this.queue = queue;
        this.tailer = queue.createTailer();
    }

    /**
     * Opens a queue. Chronicle throws what it likes, after up to ten seconds, when the metadata is damaged.
     *
     * @param directory the queue's directory
     * @param files how it rolls
     * @return the open finder
     */
    public static RecordFinder open(Path directory, ChronicleFiles files) {
        return new RecordFinder(files.openForReading(directory));
    }

    /**
     * Looks up a record. Chronicle throws what it likes when the file is damaged.
     *
     * @param cycle the file's cycle
     * @param ordinal how many records stand before it in the file
     * @return its sequence; 0 when the index leads to nothing
     * @throws io.hostpulse.common.codec.RecordFormatException when the index leads to a damaged record
     */
    public long sequenceAt(int cycle, long ordinal) {
        long index = queue.rollCycle().toIndex(cycle, ordinal);
        if (!tailer.moveToIndex(index) || !read(index)) {
            return 0;
        }
        ByteBuffer bytes = ByteBuffer.wrap(document.toByteArray());
        return view.wrap(bytes).sequence();
    }

    private boolean read(long index) {
        document.clear();
        return tailer.readBytes(document) && tailer.lastReadIndex() == index;
    }

    @Override
    public void close() {
        document.releaseLast();
        queue.close();
    }
}
