package io.hostpulse.alerter.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.alerter.silence.AlertMatcher;
import io.hostpulse.alerter.silence.Silence;
import io.hostpulse.alerter.silence.TextPattern;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.model.Fields;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RememberedFieldsTest {

    private static final long AT = Scene.START + 123_456_000;
    private static final Alert ON = Alerts.on("disk/full{path=/\"x\"\n}", AlertLevel.WARNING, AT);
    private static final Alert OVER = Alerts.with(ON, AlertLevel.WARNING, AlertState.RESOLVED, false, AT + 1000);

    static Stream<Remembered> everyKind() {
        Standing told = Standing.told(new Standing.Told(AlertLevel.CRITICAL, true, true, AT, 7));
        return Stream.of(
                Tracked.begin(ON),
                new Tracked(
                        OVER,
                        ON,
                        OptionalLong.of(AT),
                        Optional.of("night"),
                        Map.of("mail", told.unsent(Reason.HOURS), "pager", Standing.DONE, "new", Standing.NEW)),
                new Remembered.Heard("mail", ON.key(), AT, AlertLevel.INFO, 3),
                new Remembered.GroupWindow("mail", "component=disk", AT, AlertLevel.INFO),
                new Remembered.HeldBack("night", AT, OVER, 4, AlertLevel.CRITICAL, Set.of("mail", "pager")),
                new Remembered.StoredSilence(new Silence(
                        "night",
                        Silence.Kind.SILENCE,
                        AlertMatcher.ofRules(List.of(TextPattern.parse("*"))),
                        OptionalLong.empty(),
                        OptionalLong.of(AT),
                        Optional.empty(),
                        "ann",
                        "")),
                new Remembered.Forgotten("alert/1"));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void comeBackFromJson(Remembered record) {
        ByteBuffer json = new PayloadWriter().write(RememberedFields.of(record));
        byte[] bytes = new byte[json.remaining()];
        json.get(bytes);
        assertThat(RememberedFields.parse(new PayloadReader().read(bytes))).isEqualTo(record);
    }

    @Test
    void areRefusedWhenTheyAreNone() {
        assertThatThrownBy(() -> RememberedFields.parse(Fields.NONE))
                .isInstanceOf(RecordFormatException.class)
                .hasMessage("'type' is absent");
        assertThatThrownBy(() -> RememberedFields.parse(
                        Fields.builder().put("type", "lamp").build()))
                .isInstanceOf(RecordFormatException.class);
        assertThatThrownBy(() -> RememberedFields.parse(
                        Fields.builder().put("type", "alert").build()))
                .hasMessage("'alert' is absent");
        assertThatThrownBy(() -> RememberedFields.parse(Fields.builder()
                        .put("type", "window")
                        .put("handler", "mail")
                        .put("group", "")
                        .put("at", "soon")
                        .build()))
                .hasMessage("'at' is no time");
    }

    @Test
    void theNewestOfAKeyCounts() {
        RoutingMemory memory = new RoutingMemory();
        everyKind().forEach(memory::apply);
        memory.apply(Tracked.begin(ON));
        memory.apply(new Remembered.Forgotten(Remembered.GroupWindow.key("mail", "component=disk")));
        assertThat(memory.tracked()).containsExactly(Tracked.begin(ON));
        assertThat(memory.window("mail", "component=disk")).isEmpty();
        RoutingMemory again = new RoutingMemory();
        memory.records().forEach(again::apply);
        assertThat(again.records()).isEqualTo(memory.records());
    }
}
