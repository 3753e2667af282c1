package io.hostpulse.history;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A writer that goes on from where the history is until it is killed, at some hundred times the speed of life: {@code
 * RecordingMain DIRECTORY}. After each commit it prints up to where that went.
 */
public final class RecordingMain {

    static final List<StreamName> STREAMS = List.of(new StreamName("orders"), new StreamName("memory"));

    /** Between two records: an hour is 120 of them. */
    static final long INTERVAL = 30_000_000_000L;

    private static final int COMMIT = 7;

    /** Everything, so that everything can be counted. */
    private static final HistorySettings KEPT =
            HistoryFixture.keeping(Duration.ofDays(365), Duration.ofDays(365), Duration.ofDays(365), 1L << 40);

    private RecordingMain() {}

    /** Runs it. */
    public static void main(String[] args) {
        try (HistoryWriter writer = HistoryWriter.open(Path.of(args[0]), KEPT, () -> HistoryFixture.MIDNIGHT)) {
            long[] next = STREAMS.stream()
                    .mapToLong(stream -> writer.position(stream) + 1)
                    .toArray();
            System.out.println("open");
            while (true) {
                for (int i = 0; i < next.length; i++) {
                    for (int n = 0; n < COMMIT; n++) {
                        writer.append(record(STREAMS.get(i), next[i]++));
                    }
                }
                writer.commit();
                System.out.println("committed " + (next[0] - 1) + " " + (next[1] - 1));
                writer.upkeep();
            }
        }
    }

    static HistoryRecord record(StreamName stream, long sequence) {
        Fields.Builder fields = Fields.builder().put("depth", (double) sequence);
        for (int i = 0; i < 20; i++) {
            fields.put("more_" + i, sequence * i % 97);
        }
        return HistoryFixture.record(stream, sequence, HistoryFixture.MIDNIGHT + sequence * INTERVAL, fields.build());
    }
}
