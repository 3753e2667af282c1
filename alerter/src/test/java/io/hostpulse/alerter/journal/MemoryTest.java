package io.hostpulse.alerter.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.notify.AlertContext.Point;
import io.hostpulse.alerter.notify.AlertContext.TopProcess;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notification.Kind;
import io.hostpulse.alerter.outbox.Receipt;
import io.hostpulse.alerter.outbox.Receipt.Fate;
import io.hostpulse.alerter.route.Decision.Dispatch;
import io.hostpulse.alerter.route.Remembered;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final long SECOND = 1_000_000_000;
    private static final long NOON = 1_735_905_600 * SECOND;
    private static final AlertContext CONTEXT = new AlertContext(
            List.of(new TopProcess(4711, "java\u001b[31m", "ann", "87.5 % CPU")),
            List.of(new Point(NOON - SECOND, 79), new Point(NOON, 85.5)));

    private final Memory memory = new Memory();

    @Test
    void knowsWhichAlertsAreOn() {
        take(changed("fired", alert("a1", AlertState.FIRING)));
        take(changed("fired", alert("a2", AlertState.FIRING)));
        take(changed("acknowledged", alert("a2", AlertState.ACKNOWLEDGED)));
        take(changed("resolved", alert("a1", AlertState.RESOLVED)));
        assertThat(memory.active()).extracting(Alert::id).containsExactly("a2");
        assertThat(memory.active("a2")).map(Alert::state).contains(AlertState.ACKNOWLEDGED);
    }

    @Test
    void knowsWhatEachHandlerHasStillToSend() {
        take(queued("mail", notification("k1", Kind.FIRING)));
        take(queued("slack", notification("k1", Kind.FIRING)));
        take(queued("mail", notification("k2", Kind.RESOLVED)));
        take(done("mail", "k1", Fate.DELIVERED));
        assertThat(memory.handler("mail").waiting()).containsExactly(notification("k2", Kind.RESOLVED));
        assertThat(memory.handler("mail").told()).containsExactly("a1");
        assertThat(memory.handler("slack").waiting()).containsExactly(notification("k1", Kind.FIRING));
        take(done("mail", "k2", Fate.DELIVERED));
        assertThat(memory.handler("mail").told()).isEmpty();
    }

    @Test
    void putsWhatWasGoingOnIntoWhatIsSentToo() {
        take(changed("fired", alert("a1", AlertState.FIRING)));
        take(queued("mail", notification("k1", Kind.REMINDER).with(Map.of())));
        take(queued("mail", notification("k2", Kind.RESOLVED).with(Map.of())));
        assertThat(memory.handler("mail").waiting())
                .extracting(Notification::contexts)
                .containsExactly(Map.of("a1", CONTEXT), Map.of());
    }

    @Test
    void remembersWhatWasGoingOnForSoManyAlertsOnly() {
        for (int i = 0; i < 501; i++) {
            take(changed("fired", alert("a" + i, AlertState.FIRING)));
        }
        Notification first = notification("k1", Kind.FIRING).about(List.of(alert("a0", AlertState.FIRING)));
        Notification last = first.about(List.of(alert("a500", AlertState.FIRING)));
        assertThat(memory.inFull(first.with(Map.of())).contexts()).isEmpty();
        assertThat(memory.inFull(last.with(Map.of())).contexts()).containsKey("a500");
    }

    @Test
    void keepsDeadLettersUntilTheyAreSentAgain() {
        take(queued("mail", notification("k1", Kind.FIRING)));
        take(done("mail", "k1", Fate.EXPIRED));
        assertThat(memory.handler("mail").waiting()).isEmpty();
        assertThat(memory.handler("mail").dead())
                .extracting(dead -> dead.receipt().answer())
                .containsExactly("connection refused");
        take(queued("mail", notification("k1", Kind.FIRING)));
        assertThat(memory.handler("mail").dead()).isEmpty();
        assertThat(memory.handler("mail").waiting()).hasSize(1);
    }

    @Test
    void knowsWhichOrdersWereCarriedOut() {
        Fields arguments = Fields.builder().put("alert", "a1").build();
        take(new Entry.Ordered(new Order("control-console", 7, NOON, "ann", "acknowledge", arguments), "", ""));
        take(new Entry.Ordered(
                new Order("control-console", 8, NOON, "ann", "resolve", arguments), "no such alert", ""));
        assertThat(memory.ordered("control-console")).isEqualTo(8);
        assertThat(memory.ordered("control-broker")).isZero();
    }

    @Test
    void knowsWhichOrderHadItsEffectBeforeItWasAnswered() {
        Alert alert = alert("a1", AlertState.ACKNOWLEDGED);
        take(new Entry.ByOrder("control-console", 7, "x", changed("acknowledged", alert)));
        assertThat(memory.active()).containsExactly(alert);
        assertThat(memory.performed("control-console", 7)).contains("x");
        assertThat(memory.performed("control-console", 8)).isEmpty();
        assertThat(memory.performed("control-broker", 7)).isEmpty();
        assertThat(memory.ordered("control-console")).isZero();
    }

    @Test
    void knowsWhatWasResolvedByHandUntilItComesAgain() {
        Alert over = alert("a1", AlertState.RESOLVED);
        take(changed("resolved", over));
        assertThat(memory.dismissed()).isEmpty();
        take(new Entry.ByOrder("control-console", 7, "", changed("resolved", over)));
        assertThat(memory.dismissed()).containsExactly(over);
        take(changed("fired", alert("a2", AlertState.FIRING)));
        assertThat(memory.dismissed()).isEmpty();
    }

    @Test
    void knowsWhatPeopleHaveSet() {
        threshold(1, "memory", new Value.Real(88));
        threshold(2, "disk", new Value.Whole(7));
        threshold(3, "disk", new Value.Text("configured"));
        threshold(4, "strange", new Value.Text("high"));
        ThresholdKey memoryWarning = new ThresholdKey("memory", AlertLevel.WARNING);
        assertThat(memory.adjustments().thresholds()).containsExactly(Map.entry(memoryWarning, 88.0));
        take(new Entry.Adjusted(Map.of(memoryWarning, 70.5), Map.of("mail", false, "slack", true)));
        assertThat(memory.adjustments().thresholds()).containsExactly(Map.entry(memoryWarning, 70.5));
        assertThat(memory.adjustments().enabled("mail", true)).isFalse();
        assertThat(memory.adjustments().enabled("slack", false)).isTrue();
        assertThat(memory.adjustments().enabled("file", true)).isTrue();
    }

    private void threshold(long sequence, String rule, Value value) {
        Fields arguments = Fields.builder()
                .put("rule", rule)
                .put("levels", Fields.builder().put("WARNING", value).build())
                .build();
        take(new Entry.Ordered(new Order("control-console", sequence, NOON, "ann", "threshold", arguments), "", ""));
    }

    @Test
    void anAnswerOfAnEarlierVersionHasNoResult() {
        Fields entry = EntryFields.of(
                new Entry.Ordered(new Order("control-console", 7, NOON, "ann", "reload", Fields.NONE), "", "x"));
        Fields.Builder without = Fields.builder();
        entry.values().forEach((name, value) -> {
            if (!name.equals("result")) {
                without.put(name, value);
            }
        });
        assertThat(((Entry.Ordered) EntryFields.parse(without.build())).result())
                .isEmpty();
    }

    @Test
    void givesTheRouterItsMemoryBack() {
        Remembered heard = new Remembered.Heard("mail", new AlertKey("high_memory", ""), NOON, AlertLevel.WARNING, 2);
        take(new Entry.Routed(List.of(heard), List.of()));
        assertThat(memory.routing().records()).containsExactly(heard);
        take(new Entry.Routed(List.of(new Remembered.Forgotten(heard.key())), List.of()));
        assertThat(memory.routing().records()).isEmpty();
    }

    @Test
    void refusesWhatIsNoEntry() {
        assertThatThrownBy(() ->
                        EntryFields.parse(Fields.builder().put("entry", "x").build()))
                .isInstanceOf(RecordFormatException.class)
                .hasMessage("no journal entry: unknown entry 'x'");
        assertThatThrownBy(() -> EntryFields.parse(Fields.NONE)).hasMessage("no journal entry: 'entry' is absent");
    }

    /** Each entry goes the way it takes in the stream. */
    private void take(Entry entry) {
        ByteBuffer json = new PayloadWriter().write(EntryFields.of(entry));
        byte[] bytes = new byte[json.remaining()];
        json.get(bytes);
        Entry back = EntryFields.parse(new PayloadReader().read(bytes));
        assertThat(back).isEqualTo(entry);
        memory.take(back);
    }

    private static Entry queued(String handler, Notification notification) {
        return new Entry.Routed(List.of(), List.of(new Dispatch(handler, notification)));
    }

    private static Entry changed(String event, Alert alert) {
        return new Entry.Changed(event, alert, "", CONTEXT);
    }

    private static Entry done(String handler, String key, Fate fate) {
        return new Entry.Done(
                new Receipt(handler, key, List.of("a1"), fate, NOON + SECOND, 3, SECOND, "connection refused"));
    }

    private static Notification notification(String key, Kind kind) {
        return new Notification(
                key,
                kind,
                NOON,
                "web-1",
                List.of(alert("a1", AlertState.FIRING)),
                Map.of("a1", CONTEXT),
                "3 held back");
    }

    private static Alert alert(String id, AlertState state) {
        return new Alert(
                id,
                new AlertKey("high_memory", ""),
                "memory",
                "usage_percent",
                AlertLevel.WARNING,
                state,
                Measured.of(85.5, 80),
                "High memory usage: 85.5% (threshold: 80.0%)",
                NOON,
                NOON,
                state == AlertState.RESOLVED ? OptionalLong.of(NOON) : OptionalLong.empty(),
                false,
                Optional.empty(),
                List.of(),
                Map.of());
    }
}
