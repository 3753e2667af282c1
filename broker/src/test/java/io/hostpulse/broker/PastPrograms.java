package io.hostpulse.broker;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Snapshot;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.history.HistoryRecord;
import io.hostpulse.history.HistorySettings;
import io.hostpulse.history.HistoryWriter;
import java.nio.file.Path;
import java.util.List;

/** Half an hour of a program with a strange name: restarted after twenty minutes, and for two of them not among the largest. */
final class PastPrograms {

    static final String NAME = "a&b <c>";
    static final String ENCODED_NAME = "a%26b%20%3Cc%3E";
    static final int MINUTES_OF_FIRST = 18;

    private static final long MINUTE = 60_000_000_000L;
    private static final int MINUTES = 30;
    private static final int RESTART = 20;

    private PastPrograms() {}

    static long firstStart(long now) {
        return (Math.floorDiv(now, MINUTE) - 100) * MINUTE;
    }

    static void write(Path directory, long now) {
        long begin = (Math.floorDiv(now, MINUTE) - MINUTES) * MINUTE;
        try (HistoryWriter writer = HistoryWriter.open(directory, HistorySettings.DEFAULTS, () -> now)) {
            for (int i = 0; i < MINUTES; i++) {
                List<Fields> programs = i == 5 || i == 6 ? List.of() : List.of(program(i, begin, now));
                Fields fields = Fields.builder()
                        .put("total", MINUTES)
                        .put("top_cpu", programs)
                        .build();
                writer.append(new HistoryRecord(
                        new StreamName("process"), i + 1, new Snapshot(begin + i * MINUTE, new Reading.Ok(fields))));
            }
            writer.commit();
        }
    }

    private static Fields program(int minute, long begin, long now) {
        boolean isFirst = minute < RESTART;
        return Fields.builder()
                .put("pid", isFirst ? 20 : 21)
                .put("name", NAME)
                .put("user", "ada")
                .put("start_time", Rfc3339.format(isFirst ? firstStart(now) : begin + RESTART * MINUTE))
                .put("cpu_percent", minute)
                .put("memory", 1 << 20)
                .put("read_bytes_per_sec", 0.5)
                .build();
    }
}
