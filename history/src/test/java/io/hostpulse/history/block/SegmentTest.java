package io.hostpulse.history.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SegmentTest {

    private static final Timeline TIMELINE = new Timeline(new long[] {10, 20}, new long[] {1, 2});

    private static byte[] bytes() {
        return Segment.encode(
                TIMELINE,
                new TreeMap<>(Map.of(
                        3, new double[] {1, 2}, 700, new double[] {ValueColumn.ABSENT, 5}, 4, new double[] {6, 7})));
    }

    @Test
    void goesThroughItsColumnsByNumber() {
        Segment segment = Segment.open(bytes());
        assertThat(segment.timeline().times()).containsExactly(10, 20);
        assertThat(segment.series()).isEqualTo(3);
        assertThat(segment.values()).containsExactly(1, 2);
        segment.next();
        assertThat(segment.series()).isEqualTo(4);
        segment.next();
        assertThat(segment.series()).isEqualTo(700);
        assertThat(segment.values()).containsExactly(ValueColumn.ABSENT, 5);
        segment.next();
        assertThat(segment.series()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void findsOneColumnAndSaysWhenThereIsNone() {
        Segment segment = Segment.open(bytes());
        assertThat(segment.seek(4)).isTrue();
        assertThat(segment.values()).containsExactly(6, 7);
        assertThat(segment.seek(5)).isFalse();
        assertThat(segment.seek(701)).isFalse();
    }

    @Test
    void refusesANewerVersion() {
        byte[] bytes = bytes();
        bytes[0] = 9;
        assertThatThrownBy(() -> Segment.open(bytes))
                .isInstanceOf(MalformedBlockException.class)
                .hasMessageContaining("version 9");
    }
}
