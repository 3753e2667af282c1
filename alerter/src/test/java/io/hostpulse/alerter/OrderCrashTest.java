package io.hostpulse.alerter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.journal.Entry;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.outbox.Receipt;
import io.hostpulse.alerter.route.Decision.Dispatch;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.Note;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.control.ControlOrder;
import io.hostpulse.common.control.OrderDesk;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alerter is killed behind every single entry of its journal: nothing that was asked for happens twice, and all is answered. */
class OrderCrashTest {

    private static final EpochClock CLOCK = EpochClock.SYSTEM;

    @TempDir
    Path root;

    @Test
    void everyOrderIsCarriedOutOnceWhereverItDies() {
        DataDirectory whole = new DataDirectory(root.resolve("whole"));
        List<Fields> orders;
        int before;
        long end;
        try (SteppedAlerter alerter = new SteppedAlerter(whole.root())) {
            die(alerter, "k1");
            alerter.sample(50);
            alerter.sample(85);
            Alert alert = alerter.journal.memory().active().iterator().next();
            before = Entries.of(whole).payloads().size();
            orders = orders(alert.id(), alerter.now);
            place(whole, orders);
            alerter.settle();
            end = alerter.now;
        }
        List<byte[]> entries = Entries.of(whole).payloads();
        assertThat(entries.size() - before).as("entries that orders led to").isGreaterThan(2 * orders.size() - 3);
        for (int cut = before; cut <= entries.size(); cut++) {
            check(cut, entries.subList(0, cut), orders, end);
        }
    }

    private static List<Fields> orders(String alert, long now) {
        String to = Rfc3339.format(now + 3600 * SteppedAlerter.SECOND);
        return List.of(
                order("acknowledge", "{'alert':'" + alert + "','text':'a'}"),
                order("note", "{'alert':'" + alert + "','text':'n'}"),
                order("silence", "{'match':{'rule':['other']},'to':'" + to + "'}"),
                order("threshold", "{'rule':'memory','levels':{'CRITICAL':97}}"),
                order("handler", "{'handler':'console','enabled':false}"),
                order("resend", "{'handler':'file'}"),
                order("resolve", "{'alert':'" + alert + "','text':'r'}"),
                order("unsilence", "{'silence':'console-3'}"),
                order("explode", "{}"));
    }

    private static Fields order(String action, String arguments) {
        return new PayloadReader()
                .read(("{'action':'" + action + "','arguments':" + arguments + "}")
                        .replace('\'', '"')
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void place(DataDirectory data, List<Fields> orders) {
        try (OrderDesk desk = OrderDesk.open(data, "console", CLOCK)) {
            for (Fields order : orders) {
                desk.place(new ControlOrder(
                        CLOCK.nanos(), "ann", Entries.text(order, "action"), Entries.object(order, "arguments")));
            }
        }
    }

    private static void die(SteppedAlerter alerter, String key) {
        Alert alert = Notifications.alert(AlertLevel.WARNING);
        Notification letter =
                new Notification(key, Notification.Kind.FIRING, alerter.now, "atlas", List.of(alert), Map.of(), "");
        alerter.journal.write(alerter.now, new Entry.Routed(List.of(), List.of(new Dispatch("file", letter))));
        Receipt receipt = new Receipt("file", key, List.of(alert.id()), Receipt.Fate.REFUSED, alerter.now, 3, 0, "404");
        alerter.journal.write(alerter.now, new Entry.Done(receipt));
    }

    /** The journal ends here, and the cursor has not moved at all: that is the worst that a crash can leave. */
    private void check(int cut, List<byte[]> entries, List<Fields> orders, long end) {
        DataDirectory data = new DataDirectory(root.resolve("cut-" + cut));
        Entries.write(data, entries);
        place(data, orders);
        try (SteppedAlerter alerter = new SteppedAlerter(data.root())) {
            alerter.now = end;
            alerter.settle();
            String at = "cut behind entry " + cut;
            assertThat(answers(data)).as(at).hasSize(orders.size()).allSatisfy((sequence, refusal) -> assertThat(
                            refusal)
                    .isEqualTo(sequence == orders.size() ? 1 : 0));
            assertThat(Entries.of(data).events()).as(at).containsExactly("fired", "acknowledged", "noted", "resolved");
            Alert over = alerter.journal.memory().resolved().iterator().next();
            assertThat(over.notes()).as(at).extracting(Note::text).containsExactly("n", "r");
            assertThat(alerter.router().silences().made())
                    .as(at)
                    .singleElement()
                    .satisfies(silence -> {
                        assertThat(silence.id()).isEqualTo("console-3");
                        assertThat(silence.isOver(alerter.now)).isTrue();
                    });
            assertThat(alerter.engine.rules().limits("memory").get(AlertLevel.CRITICAL))
                    .as(at)
                    .hasToString("Number[value=97.0]");
            assertThat(alerter.journal.memory().adjustments().enabled("console", true))
                    .as(at)
                    .isFalse();
            assertThat(dispatches(data, "k1")).as(at).isEqualTo(2);
        }
    }

    /** By the order's number, whether it was refused; fails when one is answered twice. */
    private static Map<Long, Integer> answers(DataDirectory data) {
        Map<Long, Integer> answers = new TreeMap<>();
        for (Fields answer : Entries.of(data).of("ordered")) {
            Value number = Entries.object(answer, "order").get("sequence").orElseThrow();
            int refused = Entries.text(answer, "refusal").isEmpty() ? 0 : 1;
            assertThat(answers.put(((Value.Whole) number).value(), refused)).isNull();
        }
        return answers;
    }

    private static long dispatches(DataDirectory data, String key) {
        return Entries.of(data).of("routed").stream()
                .flatMap(routed -> Entries.objects(routed, "dispatches").stream())
                .filter(one ->
                        Entries.text(Entries.object(one, "notification"), "key").equals(key))
                .count();
    }
}
