package io.hostpulse.client.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Test
    void readsWhatItHasWritten() {
        Position position = new Position(
                "disk:7.a,memory:8.b",
                Map.of(
                        "disk", new Position.Place(7, Instant.parse("2026-01-03T10:15:25.000001Z")),
                        "memory", new Position.Place(8, Instant.parse("2026-01-03T10:15:30.5Z"))));
        assertThat(Position.parse(position.text())).isEqualTo(position);
        assertThat(position.text()).doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "memory:8.b",
                "{}",
                "{\"cursor\":1}",
                "{\"cursor\":\"a\",\"seen\":{\"memory\":{\"sequence\":1}}}",
                "{\"cursor\":\"a\",\"seen\":{\"memory\":{\"sequence\":1,\"timestamp\":\"now\"}}}"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Position.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no position");
    }
}
