package io.hostpulse.common.queue.care;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Walks through one roll file without Chronicle. Behind damage it looks for the next whole record by magic and checksum, so
 * everything that is still there is found, whatever happened to the rest. It reads a file that is being written as well. Not
 * thread-safe.
 */
final class FileScan {

    private final FileWindow file;
    private final RecordVisitor visitor;
    private final RecordSearch search;
    private final RecordView view = new RecordView();
    private long newestAt;
    private long offset;

    private FileScan(FileWindow file, RecordVisitor visitor) {
        this.file = file;
        this.visitor = visitor;
        this.search = new RecordSearch(file);
    }

    /**
     * How a walk went.
     *
     * @param end how the file ends
     * @param header what the file said of itself before the walk, unless it does not begin as one of Chronicle's
     */
    record Walked(ScanEnd end, Optional<FileHeader> header) {}

    static Walked walk(Path path, RecordVisitor visitor) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new FileScan(new FileWindow(channel), visitor).walk();
        }
    }

    private Walked walk() throws IOException {
        // Read before the records: so a writer can only have come further than it says.
        Optional<FileHeader> header = FileHeader.in(file);
        newestAt = header.map(FileHeader::newestAt).orElse(0L);
        Optional<ScanEnd> end = header.isPresent()
                ? Optional.empty()
                : damaged("does not begin as a file of a queue; it is " + file.fileLength() + " bytes long");
        while (end.isEmpty()) {
            end = step();
        }
        return new Walked(end.get(), header);
    }

    /** Takes one document; its end, when the file ends here. */
    private Optional<ScanEnd> step() throws IOException {
        if (!file.has(offset, DocumentHeader.LENGTH)) {
            return end(ScanEnd.OPEN);
        }
        DocumentHeader document = new DocumentHeader(file.number(offset));
        if (document.isEndMark()) {
            return end(ScanEnd.MARKED);
        }
        if (document.isBlank()) {
            return end(ScanEnd.OPEN);
        }
        if (document.isUnfinished()) {
            return end(ScanEnd.UNFINISHED);
        }
        if (offset + DocumentHeader.LENGTH + document.length() > file.fileLength()) {
            return damaged("a record of " + document.length() + " bytes reaches beyond the file's end");
        }
        return document.isInternal() ? pass(document) : take(document);
    }

    // The newest record cannot lie inside the index, and no index begins like a record.
    private Optional<ScanEnd> pass(DocumentHeader document) throws IOException {
        boolean hidesNewest = offset <= newestAt && newestAt < offset + document.step();
        boolean isRecord = file.has(offset + DocumentHeader.LENGTH, RecordView.HEADER_LENGTH)
                && search.lengthAt(offset + DocumentHeader.LENGTH) > 0;
        return hidesNewest || isRecord ? damaged("what is marked as an index holds records") : skip(document);
    }

    private Optional<ScanEnd> end(ScanEnd end) throws IOException {
        return offset > newestAt ? Optional.of(end) : damaged("nothing can be read where records were written");
    }

    private Optional<ScanEnd> skip(DocumentHeader document) {
        offset += document.step();
        return Optional.empty();
    }

    private Optional<ScanEnd> take(DocumentHeader document) throws IOException {
        if (document.length() > RecordView.MAX_LENGTH) {
            return damaged("a record of " + document.length() + " bytes, which is more than any can have");
        }
        Optional<String> wrong = problemWith(document);
        if (wrong.isPresent()) {
            return damaged(wrong.get());
        }
        long at = offset + DocumentHeader.LENGTH;
        visitor.onRecord(view, file.bytes(at, document.length()), at);
        return skip(document);
    }

    private Optional<String> problemWith(DocumentHeader document) throws IOException {
        Optional<String> atFirstLook = look(document);
        if (atFirstLook.isEmpty()) {
            return atFirstLook;
        }
        // These bytes may have been read while they were written.
        file.forget();
        return file.has(offset + DocumentHeader.LENGTH, document.length()) ? look(document) : atFirstLook;
    }

    private Optional<String> look(DocumentHeader document) {
        try {
            view.wrap(file.bytes(offset + DocumentHeader.LENGTH, document.length()));
            return Optional.empty();
        } catch (RecordFormatException e) {
            return Optional.of(e.getMessage());
        }
    }

    private Optional<ScanEnd> damaged(String what) throws IOException {
        visitor.onDamage(offset, what);
        OptionalLong whole = search.from(offset + (offset == 0 ? 0 : DocumentHeader.LENGTH));
        if (whole.isEmpty()) {
            return Optional.of(ScanEnd.BROKEN_OFF);
        }
        salvage(whole.getAsLong());
        return Optional.empty();
    }

    // The length before the record may be what is damaged; the record knows its own.
    private void salvage(long at) throws IOException {
        int length = search.lengthAt(at);
        ByteBuffer bytes = file.has(at, length) ? file.bytes(at, length) : ByteBuffer.allocate(0);
        visitor.onRecord(view.wrap(bytes), bytes, at);
        offset = at - DocumentHeader.LENGTH + new DocumentHeader(length).step();
    }
}
