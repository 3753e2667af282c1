package io.hostpulse.common.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects the garbage of this process when somebody asks for it by a file. The agent's thread looks for the file on its
 * heartbeat; the collection holds up the whole process for its time, which is 10 to 50 ms with the heaps of Hostpulse.
 */
final class GcResponder {

    private static final Logger LOG = LoggerFactory.getLogger(GcResponder.class);

    /** Whoever asked waits 10 s at most; then nobody takes the report away. */
    private static final long REPORT_KEPT = 60_000_000_000L;

    private static final int LONGEST_WORD = 100;

    private final GcFiles files;
    private final Supplier<GcReport> collection;
    private long reportedAt;

    /** What lies there was meant for a process that is no more. */
    GcResponder(GcFiles files, Supplier<GcReport> collection) throws IOException {
        this.files = files;
        this.collection = collection;
        Files.deleteIfExists(files.request());
        Files.deleteIfExists(files.report());
        Files.deleteIfExists(files.draft());
    }

    void look(long now) {
        try {
            // A File, because a Path would make an exception every time that nobody has asked.
            if (files.request().toFile().isFile()) {
                answer(now);
            } else if (reportedAt != 0 && Math.abs(now - reportedAt) > REPORT_KEPT) {
                reportedAt = 0;
                Files.deleteIfExists(files.report());
            }
        } catch (IOException e) {
            LOG.warn("the request {} was not answered: {}", files.request(), e.toString());
        }
    }

    private void answer(long now) throws IOException {
        String word = word();
        Files.delete(files.request());
        GcReport report = collection.get();
        write(report.encode(word));
        reportedAt = now;
        LOG.info(
                "garbage was collected because somebody asked for it: {} of {} bytes freed in {} ms",
                report.freed(),
                report.heapBefore(),
                report.nanos() / 1_000_000);
    }

    private String word() throws IOException {
        try (var in = Files.newInputStream(files.request())) {
            return new String(in.readNBytes(LONGEST_WORD), StandardCharsets.UTF_8);
        }
    }

    /** As a whole: whoever asked sees no report or all of it. */
    private void write(ByteBuffer report) throws IOException {
        byte[] bytes = new byte[report.remaining()];
        report.get(bytes);
        Files.write(files.draft(), bytes);
        Files.move(files.draft(), files.report(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
