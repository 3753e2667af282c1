package io.hostpulse.broker;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Snapshot;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.model.Value;
import io.hostpulse.history.HistoryRecord;
import io.hostpulse.history.HistorySettings;
import io.hostpulse.history.HistoryWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * A history of two hours of the stream {@code memory}, a record every 10 s: {@code percentage} is 50 but for one peak of 99, and for ten
 * minutes an hour ago it could not be read.
 */
final class PastFixture {

    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;

    private static final StreamName MEMORY = new StreamName("memory");
    private static final int RECORDS = 720;

    private PastFixture() {}

    static void write(Path directory, long now) {
        long end = Math.floorDiv(now, 10 * SECOND) * 10 * SECOND;
        try (HistoryWriter writer = HistoryWriter.open(directory, HistorySettings.DEFAULTS, () -> now)) {
            for (int i = 0; i < RECORDS; i++) {
                writer.append(new HistoryRecord(
                        MEMORY, i + 1, new Snapshot(end - (long) (RECORDS - i) * 10 * SECOND, reading(i))));
            }
            writer.commit();
        }
    }

    private static Reading reading(int number) {
        if (number >= 300 && number < 360) {
            return new Reading.Failed("no answer within 2 s");
        }
        Fields bank = Fields.builder().put("name", "a,b").put("size", 4).build();
        return new Reading.Ok(Fields.builder()
                .put("percentage", number == 500 ? 99.0 : 50.0)
                .put("swap", Fields.builder().put("free", number).put("used", 0).build())
                .put("banks", new Value.Sequence(List.of(bank)))
                .build());
    }
}
