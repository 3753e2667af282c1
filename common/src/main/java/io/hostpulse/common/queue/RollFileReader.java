package io.hostpulse.common.queue;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Walks the records of one roll file, also while it is written. It needs no index and no metadata, so nothing that is broken
 * elsewhere can mislead it; behind damage it finds the next whole record by its magic word and checksum. Not thread-safe.
 */
public final class RollFileReader implements AutoCloseable {

    /** What lies at the present place. */
    public enum Found {
        /** A whole record, to be seen through {@link #record()}. */
        RECORD,
        /** Nothing yet: the writer is not further. */
        NOTHING_YET,
        /** The writer has gone on to the next file. */
        END_OF_FILE,
        /** Bytes that are no record; {@link #damage()} says what is wrong. */
        DAMAGE
    }

    private final RollFile file;
    private final FileWindow window;
    private final RecordView record = new RecordView();
    private long offset;
    private long next;
    private boolean searching;
    private String damage = "";
    private NewestMark newest = new NewestMark(0, 0);

    RollFileReader(RollFile file) throws IOException {
        this.file = file;
        this.window = new FileWindow(file.path());
    }

    /**
     * Reads a file with suspicion: it believes the file's header about how far its writer had come, and finds whole records
     * up to there also where the words between them were lost.
     *
     * @param file the file
     * @return a reader before its first record
     * @throws IOException when it cannot be read
     */
    public static RollFileReader thorough(RollFile file) throws IOException {
        RollFileReader reader = new RollFileReader(file);
        // Read before the records: so a live writer can only have come further.
        reader.newest = NewestMark.in(reader.window);
        return reader;
    }

    /** Reads a file that is no longer part of its queue. */
    static RollFileReader of(Path path) throws IOException {
        return new RollFileReader(new RollFile(path, 0, 0, Files.size(path)));
    }

    RollFile file() {
        return file;
    }

    /**
     * Tells whether the file begins as Chronicle's files do; without that it does not open them.
     *
     * @return whether its header is complete
     * @throws IOException when it cannot be read
     */
    public boolean beginsWell() throws IOException {
        return FileHeader.isSound(file.path());
    }

    /**
     * Tells how many records the file once held, for a thorough reader.
     *
     * @return how many; 0 when its header does not tell
     */
    public long recordsOnceWritten() {
        return newest.records();
    }

    /**
     * Tells where the record or the damage that was found begins.
     *
     * @return bytes from the beginning of the file
     */
    public long offset() {
        return offset;
    }

    /**
     * Shows the record that was found.
     *
     * @return a view that is valid until the next call
     */
    public RecordView record() {
        return record;
    }

    /**
     * Tells what is wrong with the bytes that were found.
     *
     * @return a sentence without its end
     */
    public String damage() {
        return damage;
    }

    /**
     * Moves to a place.
     *
     * @param newOffset where a document begins
     */
    public void moveTo(long newOffset) {
        next = newOffset;
        searching = false;
    }

    /**
     * Looks for the next record.
     *
     * @return what there is
     * @throws IOException when the file cannot be read
     */
    public Found next() throws IOException {
        return searching ? search() : walk();
    }

    private Found walk() throws IOException {
        int word = window.word(next);
        if (isNothing(word)) {
            word = window.freshWord(next);
        }
        while (isChronicles(word)) {
            if (DocumentHeader.next(next, word) > window.fileSize()) {
                return damaged("the file was cut off at byte " + window.fileSize());
            }
            if (window.word(next + DocumentHeader.LENGTH) == RecordView.FIRST_WORD) {
                return damaged("a record that is marked as part of the index");
            }
            next = DocumentHeader.next(next, word);
            word = window.word(next);
        }
        if (word == DocumentHeader.END_OF_FILE) {
            return Found.END_OF_FILE;
        }
        return isNothing(word) ? nothing() : look(word);
    }

    private static boolean isNothing(int word) {
        return word == DocumentHeader.EMPTY || DocumentHeader.isIncomplete(word);
    }

    // A file that is just being created is empty, and its header tells of no record.
    private Found nothing() {
        boolean wasWritten = newest.offset() > 0 && next <= newest.offset();
        return wasWritten ? damaged("nothing can be read where records were written") : Found.NOTHING_YET;
    }

    private static boolean isChronicles(int word) {
        return DocumentHeader.isMetadata(word)
                && !DocumentHeader.isIncomplete(word)
                && word != DocumentHeader.END_OF_FILE;
    }

    private Found look(int word) throws IOException {
        String problem = DocumentHeader.isPossible(word) ? problemAt(next, word) : "an impossible length";
        if (!problem.isEmpty()) {
            return damaged(problem);
        }
        offset = next;
        next = DocumentHeader.next(next, word);
        return Found.RECORD;
    }

    private String problemAt(long at, int word) throws IOException {
        int length = DocumentHeader.lengthOf(word);
        if (at + DocumentHeader.LENGTH + length > window.fileSize()) {
            return "a record that reaches beyond the end of the file";
        }
        try {
            record.wrap(window.bytes(at + DocumentHeader.LENGTH, length));
            return "";
        } catch (RecordFormatException e) {
            return e.getMessage();
        }
    }

    private Found damaged(String reason) {
        damage = reason;
        offset = next;
        searching = true;
        return Found.DAMAGE;
    }

    /** How far a thorough reader knows the writer to have come; 0 when the file does not tell. */
    long newestOffset() {
        return newest.offset();
    }

    /** Moves to the first whole record that begins at or behind any place in the file; tells whether there is one. */
    boolean find(long place) throws IOException {
        next = place & -DocumentHeader.LENGTH;
        return search() == Found.RECORD;
    }

    /** Whether there is a whole record behind a place where nothing lies, which a reader would take for the end. */
    boolean hasRecordBehind() throws IOException {
        return search() == Found.RECORD;
    }

    /** Tries every aligned place up to the end of the file; the writer may be adding records behind the damage. */
    private Found search() throws IOException {
        long size = window.fileSize();
        for (long at = next; at + DocumentHeader.LENGTH < size; at += DocumentHeader.LENGTH) {
            int word = window.word(at);
            if (word == DocumentHeader.END_OF_FILE && isEmptyBehind(at, size)) {
                return Found.END_OF_FILE;
            }
            int length = isNothing(word) && at > newest.offset() ? 0 : lengthOfRecordIn(at);
            if (length > 0) {
                searching = false;
                next = at;
                return look(length);
            }
        }
        return Found.NOTHING_YET;
    }

    /** The word before a record may be what is damaged; the record knows its own length. */
    private int lengthOfRecordIn(long at) throws IOException {
        if (window.word(at + DocumentHeader.LENGTH) != RecordView.FIRST_WORD) {
            return 0;
        }
        ByteBuffer header = window.bytes(at + DocumentHeader.LENGTH, RecordView.HEADER_LENGTH);
        int length = header.remaining() < RecordView.HEADER_LENGTH ? 0 : RecordView.announcedLength(header);
        return length > 0 && problemAt(at, length).isEmpty() ? length : 0;
    }

    private boolean isEmptyBehind(long at, long size) throws IOException {
        long behind = at + DocumentHeader.LENGTH;
        return behind >= size || window.word(behind) == DocumentHeader.EMPTY;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
