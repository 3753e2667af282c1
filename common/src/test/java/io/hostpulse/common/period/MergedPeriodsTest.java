package io.hostpulse.common.period;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.StreamPlace;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are looked at twice, as a table needs it. */
class MergedPeriodsTest {

    private static final StreamName MEMORY = new StreamName("memory");

    @TempDir
    Path root;

    private long now = 1_735_899_330_000_000_000L;

    @BeforeEach
    void write() {
        append("{\"percentage\":51.0}", "{\"percentage\":52.0,\"late\":7}");
    }

    @Test
    void seesTheSameRecordsAgainHoweverMuchWasWrittenMeanwhile() {
        List<String> troubles = new ArrayList<>();
        try (MergedPeriods first = open(troubles)) {
            TableColumns columns = new TableColumns(first);
            assertThat(columns.look(100)).isFalse();
            append("{\"percentage\":53.0,\"later\":8}");
            try (MergedPeriods second = first.again(troubles::add)) {
                assertThat(table(second, columns.found()))
                        .containsExactly(
                                "timestamp,sequence,state,reason,percentage,late",
                                "2025-01-03T10:15:31.000000Z,1,ok,,51.0,",
                                "2025-01-03T10:15:32.000000Z,2,ok,,52.0,7");
            }
        }
        assertThat(troubles).isEmpty();
    }

    @Test
    void findsTheColumnsOfRecordsWithThousandsOfFields() {
        StringBuilder fields = new StringBuilder("{\"first\":1");
        for (int i = 0; i < 5_000; i++) {
            fields.append(",\"field_").append(i).append("\":").append(i);
        }
        append(fields + "}", fields + "}", fields + "}");
        try (MergedPeriods records = open(new ArrayList<>())) {
            TableColumns columns = new TableColumns(records);
            assertThat(columns.look(100)).isFalse();
            assertThat(columns.found()).hasSize(4 + 2 + 5_001).endsWith("field_4999");
        }
    }

    private static List<String> table(MergedPeriods records, List<String> columns) {
        ExportText text = ExportText.csv(records, columns);
        StringBuilder all = new StringBuilder();
        for (Optional<String> piece = text.next(); piece.isPresent(); piece = text.next()) {
            all.append(piece.get());
        }
        return all.toString().lines().toList();
    }

    private MergedPeriods open(List<String> troubles) {
        StreamPlace place = new StreamPlace(new QueueDirectory(root), root.resolve("cursors"), MEMORY);
        return MergedPeriods.open(List.of(place), Optional.empty(), Optional.empty(), troubles::add);
    }

    private void append(String... payloads) {
        StreamDescriptor descriptor = new StreamDescriptor(MEMORY, Duration.ofSeconds(1), "collector-memory");
        try (SnapshotAppender appender = SnapshotAppender.open(root.resolve("memory"), descriptor, () -> now)) {
            for (String payload : payloads) {
                now += 1_000_000_000L;
                appender.append(RecordKind.OK, now, ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }
}
