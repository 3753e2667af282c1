package io.hostpulse.broker.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.StreamName;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final long NOW = 1_767_435_330_000_000_000L;
    private static final StreamName MEMORY = new StreamName("memory");

    @Test
    void isReadAsItWasWritten() {
        Cursor cursor = cursor(5321, NOW);
        assertThat(cursor.text()).isEqualTo("memory:5321.dfevj9iu3bpc,processor:7.dfevj9iu3bpd");
        assertThat(Cursor.parse(cursor.text())).contains(cursor);
        assertThat(cursor.newest()).isEqualTo(NOW + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "memory",
                "memory:1",
                "memory:x.1",
                "memory:1.-",
                "Memory:1.1",
                "a:1.1,",
                "a:1.1,a:2.2",
                "a:-1.1"
            })
    void isNotReadFromAnythingElse(String text) {
        assertThat(Cursor.parse(text)).isEmpty();
    }

    @Test
    void isOneWayToSaySince() {
        assertThat(Since.parse(cursor(1, 2).text(), NOW)).isEqualTo(new Since.Behind(cursor(1, 2)));
        assertThat(Since.parse("10s", NOW)).isEqualTo(new Since.At(NOW - 10_000_000_000L));
        assertThat(Since.parse(Rfc3339.format(NOW), NOW + 5)).isEqualTo(new Since.At(NOW));
        assertThatThrownBy(() -> Since.parse("yesterday", NOW)).hasMessageContaining("'since' must be");
    }

    @Test
    void goesOnWithoutAGapByOneRecordOfEachStream() {
        Cut first = new Cut(1, false, cursor(5, NOW));
        assertThat(first.followedBy(cursor(6, NOW + 1), false).isContinuous()).isTrue();
        assertThat(first.followedBy(cursor(5, NOW), false).isContinuous()).isTrue();
        assertThat(first.followedBy(cursor(7, NOW + 1), false).isContinuous()).isFalse();
        assertThat(first.followedBy(cursor(1, NOW + 1), false).isContinuous()).isFalse();
        assertThat(first.followedBy(cursor(9, NOW + 1), true).isContinuous()).isTrue();
        assertThat(first.followedBy(cursor(6, NOW + 1), false).number()).isEqualTo(2);
    }

    private static Cursor cursor(long sequence, long time) {
        return new Cursor(new TreeMap<>(
                Map.of(MEMORY, new Place(sequence, time), new StreamName("processor"), new Place(7, time + 1))));
    }
}
