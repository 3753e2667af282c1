package io.hostpulse.common.queue;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Walks the records of one roll file, also while it is written. It needs no index and no metadata, so nothing that is broken
 * elsewhere can mislead it; behind damage it finds the next whole record by its magic word and checksum. Not thread-safe.
 */
final class RollFileReader implements AutoCloseable {

    /** What lies at the present place. */
    enum Found {
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

    RollFileReader(RollFile file) throws IOException {
        this.file = file;
        this.window = new FileWindow(file.path());
    }

    /** Reads a file that is no longer part of its queue. */
    static RollFileReader of(Path path) throws IOException {
        return new RollFileReader(new RollFile(path, 0, 0, Files.size(path)));
    }

    RollFile file() {
        return file;
    }

    /** Where the record that was found begins. */
    long offset() {
        return offset;
    }

    RecordView record() {
        return record;
    }

    String damage() {
        return damage;
    }

    void moveTo(long newOffset) {
        next = newOffset;
        searching = false;
    }

    /** Looks for the next record. */
    Found next() throws IOException {
        return searching ? search() : walk();
    }

    private Found walk() throws IOException {
        int word = window.word(next);
        if (word == DocumentHeader.EMPTY || DocumentHeader.isIncomplete(word)) {
            word = window.freshWord(next);
        }
        while (isChronicles(word)) {
            next = DocumentHeader.next(next, word);
            word = window.word(next);
        }
        if (word == DocumentHeader.END_OF_FILE) {
            return Found.END_OF_FILE;
        }
        if (word == DocumentHeader.EMPTY || DocumentHeader.isIncomplete(word)) {
            return window.fileSize() < next
                    ? damaged("the file was cut off at byte " + window.fileSize())
                    : Found.NOTHING_YET;
        }
        return look(word);
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
        next += DocumentHeader.LENGTH;
        searching = true;
        return Found.DAMAGE;
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
            if (isRecord(at, word)) {
                searching = false;
                next = at;
                return look(word);
            }
        }
        return Found.NOTHING_YET;
    }

    private boolean isRecord(long at, int word) throws IOException {
        return word != DocumentHeader.EMPTY
                && !DocumentHeader.isIncomplete(word)
                && !DocumentHeader.isMetadata(word)
                && DocumentHeader.isPossible(word)
                && window.word(at + DocumentHeader.LENGTH) == RecordView.FIRST_WORD
                && problemAt(at, word).isEmpty();
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
