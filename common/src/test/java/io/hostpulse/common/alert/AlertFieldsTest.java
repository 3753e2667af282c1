package io.hostpulse.common.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AlertFieldsTest {

    private static final long SINCE = Rfc3339.parse("2026-01-03T10:15:30.123456Z");
    private static final long SECOND = 1_000_000_000;
    private static final AlertKey KEY = new AlertKey("high_disk", "path=/home");

    private static final Alert FULL = new Alert(
            KEY.id(SINCE),
            KEY,
            "disk",
            "usage_percent",
            AlertLevel.CRITICAL,
            AlertState.RESOLVED,
            Measured.of(96.2, 95),
            "Critical disk usage: 96.2% (threshold: 95.0%)",
            SINCE,
            SINCE + 90 * SECOND,
            OptionalLong.of(SINCE + 90 * SECOND),
            true,
            Optional.of(new Note(SINCE + SECOND, "ann", "on it")),
            List.of(new Note(SINCE + SECOND, "ann", "on it"), new Note(SINCE + 2 * SECOND, "bob", "\"old\" logs\n")),
            Map.of("team", "storage"));

    private static final Alert BARE = new Alert(
            new AlertKey("stale", "").id(SINCE),
            new AlertKey("stale", ""),
            "gpu",
            "stream",
            AlertLevel.WARNING,
            AlertState.FIRING,
            Measured.NOTHING,
            "No data from gpu for 30 s",
            SINCE,
            SINCE,
            OptionalLong.empty(),
            false,
            Optional.empty(),
            List.of(),
            Map.of());

    @Test
    void comeBackFromJson() {
        assertThat(throughJson(FULL)).isEqualTo(FULL);
        assertThat(throughJson(BARE)).isEqualTo(BARE);
    }

    @Test
    void beginLikeTheMessagesThatClientsKnow() {
        assertThat(List.copyOf(AlertFields.of(FULL).values().keySet()))
                .startsWith(
                        "timestamp", "component", "metric", "value", "threshold", "level", "message", "id", "state");
    }

    @Test
    void leaveOutNumbersThatDoNotExist() {
        assertThat(AlertFields.of(BARE).values()).doesNotContainKeys("value", "threshold", "peak", "resolved");
    }

    @Test
    void areRefusedWhenTheyAreNoAlert() {
        assertThatThrownBy(() -> AlertFields.parse(Fields.NONE))
                .isInstanceOf(RecordFormatException.class)
                .hasMessage("no alert: 'id' is absent");
    }

    @Test
    void anOccurrenceHasTheSameIdWhoeverComputesIt() {
        assertThat(KEY.id(SINCE)).hasSize(12).isEqualTo(KEY.id(SINCE + 999));
        assertThat(KEY.id(SINCE)).isNotEqualTo(KEY.id(SINCE + 1000));
        assertThat(KEY.id(SINCE)).isNotEqualTo(new AlertKey("high_disk", "path=/").id(SINCE));
    }

    private static Alert throughJson(Alert alert) {
        ByteBuffer json = new PayloadWriter().write(AlertFields.of(alert));
        byte[] bytes = new byte[json.remaining()];
        json.get(bytes);
        return AlertFields.parse(new PayloadReader().read(bytes));
    }
}
