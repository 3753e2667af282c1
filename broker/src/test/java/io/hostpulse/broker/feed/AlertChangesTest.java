package io.hostpulse.broker.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.queue.Gap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AlertChangesTest {

    private static final long START = 1_000_000_000;

    private final AlertChanges changes = new AlertChanges(START);

    @Test
    void tellsNothingOfWhatWasBefore() {
        change(1, START - 5);
        change(2, START - 1);
        assertThat(changes.take()).isEmpty();
        change(3, START + 1);
        assertThat(told()).containsExactly(3L);
    }

    @Test
    void tellsEachOnceAlsoWhenAllIsReadAgain() {
        change(1, START - 5);
        change(2, START + 1);
        change(3, START + 1);
        assertThat(told()).containsExactly(2L, 3L);
        change(1, START - 5);
        change(2, START + 1);
        change(3, START + 1);
        change(4, START + 1);
        assertThat(told()).containsExactly(4L);
    }

    @Test
    void goesOnWithAnotherJournalThatCountsFromOne() {
        change(70, START + 1);
        told();
        change(1, START + 9);
        change(2, START + 9);
        assertThat(told()).containsExactly(1L, 2L);
    }

    @Test
    void tellsWhatIsMissing() {
        change(5, START + 1);
        changes.missing(new Gap(6, 7));
        change(8, START + 2);
        List<String> messages = messages();
        assertThat(messages).hasSize(3);
        assertThat(messages.get(1)).contains("\"type\":\"gap\"", "\"stream\":\"alerts\"", "\"count\":2");
    }

    private void change(long sequence, long at) {
        changes.changed(sequence, at, Fields.builder().put("event", "fired").build(), alert());
    }

    private List<Long> told() {
        return messages().stream()
                .map(json -> json.replaceFirst(".*\"sequence\":(\\d+),.*", "$1"))
                .map(Long::valueOf)
                .toList();
    }

    private List<String> messages() {
        return changes.take().stream()
                .map(json -> new String(json, StandardCharsets.UTF_8))
                .toList();
    }

    private static Alert alert() {
        return new Alert(
                "a",
                new AlertKey("memory", ""),
                "memory",
                "percentage",
                AlertLevel.WARNING,
                AlertState.FIRING,
                Measured.NOTHING,
                "",
                START,
                START,
                OptionalLong.empty(),
                false,
                Optional.empty(),
                List.of(),
                Map.of());
    }
}
