package io.hostpulse.alerter.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.alerter.schedule.Schedule;
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

class SilenceTest {

    private static final long FROM = Rfc3339.parse("2026-05-01T12:00:00Z");
    private static final long TO = Rfc3339.parse("2026-05-08T12:00:00Z");
    private static final Schedule NIGHTS = Schedule.parse(List.of(), List.of("22:00-06:00"), "Europe/Paris");

    private static final AlertMatcher MATCHER = new AlertMatcher(
            Map.of(
                    AlertMatcher.Field.RULE, TextPattern.parseAll(List.of("disk_*", "=memory")),
                    AlertMatcher.Field.LEVEL, TextPattern.parseAll(List.of("warning"))),
            Map.of("team", TextPattern.parseAll(List.of("~ops|dev"))));

    private static Silence silence(OptionalLong from, OptionalLong to, Optional<Schedule> schedule) {
        return new Silence("night-1", Silence.Kind.SILENCE, MATCHER, from, to, schedule, "ann", "new \"disk\"\n");
    }

    private static final Silence ONCE = silence(OptionalLong.of(FROM), OptionalLong.of(TO), Optional.empty());
    private static final Silence NIGHTLY = silence(OptionalLong.of(FROM), OptionalLong.of(TO), Optional.of(NIGHTS));

    @Test
    void holdsFromItsBeginningUntilItsEnd() {
        assertThat(ONCE.isOn(FROM - 1)).isFalse();
        assertThat(ONCE.isOn(FROM)).isTrue();
        assertThat(ONCE.isOn(TO - 1)).isTrue();
        assertThat(ONCE.isOn(TO)).isFalse();
    }

    @Test
    void holdsAtItsHoursWhileItIsValid() {
        assertThat(NIGHTLY.isOn(FROM)).isFalse();
        assertThat(NIGHTLY.isOn(Rfc3339.parse("2026-05-01T20:00:00Z"))).isTrue();
        assertThat(NIGHTLY.isOn(Rfc3339.parse("2026-05-02T04:00:00Z"))).isFalse();
        assertThat(NIGHTLY.isOn(Rfc3339.parse("2026-05-08T20:00:00Z"))).isFalse();
    }

    @Test
    void knowsWhenToLookAgain() {
        assertThat(ONCE.nextBoundary(FROM - 5)).hasValue(FROM);
        assertThat(ONCE.nextBoundary(FROM)).hasValue(TO);
        assertThat(ONCE.nextBoundary(TO)).isEmpty();
        assertThat(NIGHTLY.nextBoundary(FROM)).hasValue(Rfc3339.parse("2026-05-01T20:00:00Z"));
        assertThat(NIGHTLY.nextBoundary(Rfc3339.parse("2026-05-08T11:00:00Z"))).hasValue(TO);
    }

    @Test
    void mayBeEndedEarly() {
        assertThat(ONCE.expired(FROM + 5).isOn(FROM + 5)).isFalse();
        assertThat(ONCE.expired(FROM + 5).isOn(FROM + 4)).isTrue();
        assertThat(ONCE.expired(FROM - 5).isOver(FROM)).isTrue();
    }

    @Test
    void needsAnEndOrHours() {
        assertThatThrownBy(() -> silence(OptionalLong.empty(), OptionalLong.empty(), Optional.empty()))
                .hasMessage("a silence needs an end, or days and hours");
        assertThatThrownBy(() -> silence(OptionalLong.of(TO), OptionalLong.of(FROM), Optional.empty()))
                .hasMessage("a silence cannot end before it begins");
    }

    @Test
    void comesBackFromJson() {
        assertThat(throughJson(ONCE)).isEqualTo(ONCE);
        assertThat(throughJson(NIGHTLY)).isEqualTo(NIGHTLY);
        Silence open = silence(OptionalLong.empty(), OptionalLong.empty(), Optional.of(NIGHTS));
        assertThat(throughJson(open)).isEqualTo(open);
    }

    @Test
    void isRefusedWhenItIsNone() {
        assertThatThrownBy(() -> SilenceFields.parse(Fields.NONE))
                .isInstanceOf(RecordFormatException.class)
                .hasMessage("'id' is absent");
    }

    private static Silence throughJson(Silence silence) {
        ByteBuffer json = new PayloadWriter().write(SilenceFields.of(silence));
        byte[] bytes = new byte[json.remaining()];
        json.get(bytes);
        return SilenceFields.parse(new PayloadReader().read(bytes));
    }
}
