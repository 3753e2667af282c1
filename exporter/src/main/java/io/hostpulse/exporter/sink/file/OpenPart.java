package io.hostpulse.exporter.sink.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An unfinished file and what is to be appended to it. Belongs to its sink's thread. */
final class OpenPart {

    private final Path path;
    private final StringBuilder pending = new StringBuilder();
    private PartState state;
    private long records;

    private OpenPart(Path directory, PartState state) {
        this.path = directory.resolve(state.name() + FileNames.PART);
        this.state = state;
        this.records = state.records();
    }

    static OpenPart begin(Path directory, String name, long begun, List<String> columns, String head) {
        OpenPart part = new OpenPart(directory, new PartState(name, 0, 0, begun, columns));
        part.pending.append(head);
        return part;
    }

    /** Cuts off what a crash has left behind what counts. */
    static OpenPart resume(Path directory, PartState state) throws IOException {
        OpenPart part = new OpenPart(directory, state);
        try (FileChannel channel = Durable.open(part.path)) {
            channel.truncate(state.length());
        }
        return part;
    }

    PartState state() {
        return state;
    }

    Path path() {
        return path;
    }

    long records() {
        return records;
    }

    /** In characters, which for what is not ASCII is a little less than in bytes. */
    long size() {
        return state.length() + pending.length();
    }

    void add(String text) {
        pending.append(text);
        records++;
    }

    /** Brings everything to the disk. It counts when the new state is saved. */
    void append() throws IOException {
        if (pending.isEmpty()) {
            return;
        }
        byte[] bytes = pending.toString().getBytes(StandardCharsets.UTF_8);
        write(bytes);
        state = new PartState(state.name(), state.length() + bytes.length, records, state.begun(), state.columns());
        pending.setLength(0);
    }

    /** Writes the end, which never counts: at a crash it is cut off and written again. */
    void end(String foot) throws IOException {
        write(foot.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] bytes) throws IOException {
        boolean isNew = Files.notExists(path);
        if (isNew && state.length() > 0) {
            throw new IOException(path + " is gone while it is written");
        }
        try (FileChannel channel = Durable.open(path)) {
            channel.truncate(state.length());
            channel.position(state.length());
            Durable.write(channel, bytes);
            channel.force(true);
        }
        if (isNew) {
            Durable.force(path.toAbsolutePath().getParent());
        }
    }
}
