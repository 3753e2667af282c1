package io.hostpulse.alerter.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notification.Kind;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.outbox.Receipt;
import io.hostpulse.alerter.outbox.Receipt.Fate;
import io.hostpulse.alerter.route.Decision.Dispatch;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.Overrun;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.RetentionLimits;
import io.hostpulse.common.queue.SpaceLimits;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.StreamPlace;
import io.hostpulse.common.queue.StreamWriter;
import io.hostpulse.common.queue.Upkeep;
import io.hostpulse.common.queue.WriterLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest {

    private static final long NOW = Notifications.NOW;
    private static final long LATER = NOW + 3_600_000_000_000L;

    @TempDir
    Path directory;

    private StreamPlace place;
    private Journal journal;
    private DeadLetters letters;

    @BeforeEach
    void open() throws IOException {
        DataDirectory data = new DataDirectory(directory);
        data.create();
        StreamName name = new StreamName("alerts");
        place = new StreamPlace(new QueueDirectory(data.queues()), data.cursors(), name);
        StreamWriter writer = StreamWriter.open(
                place,
                new StreamDescriptor(name, Duration.ZERO, "alerter"),
                new WriterLimits(
                        new RetentionLimits(Duration.ofDays(1), 1L << 30, 1L << 30, Duration.ofDays(1)),
                        new SpaceLimits(0, 0),
                        Duration.ZERO),
                new Silent(),
                () -> LATER);
        journal = new Journal(writer, new Memory());
        letters = new DeadLetters(journal);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void areSentAgainInTheirOrderUnderTheirKeysWithAllTheirTimeBeforeThem() {
        die("mail", firing("k1", "a1"));
        die("mail", firing("k2", "a2"));
        die("slack", firing("k3", "a3"));
        assertThat(letters.revive("mail", any -> true, LATER))
                .extracting(Notification::key)
                .containsExactly("k1", "k2");
        assertThat(journal.memory().handler("mail").dead()).isEmpty();
        assertThat(journal.memory().handler("mail").waiting())
                .extracting(Notification::at)
                .containsExactly(LATER, LATER);
        assertThat(journal.memory().handler("slack").dead()).hasSize(1);
    }

    @Test
    void waitAfterARestartToo() {
        die("mail", firing("k1", "a1"));
        letters.revive("mail", any -> true, LATER);
        HandlerMemory remembered = Journal.remember(place.directory()).handler("mail");
        assertThat(remembered.waiting())
                .isEqualTo(journal.memory().handler("mail").waiting());
        assertThat(remembered.dead()).isEmpty();
    }

    @Test
    void oneAloneCanBeChosen() {
        die("mail", firing("k1", "a1"));
        die("mail", firing("k2", "a2"));
        assertThat(letters.revive("mail", one -> one.key().equals("k2"), LATER)).hasSize(1);
        assertThat(journal.memory().handler("mail").dead())
                .extracting(dead -> dead.notification().key())
                .containsExactly("k1");
    }

    @Test
    void nothingIsWrittenWhenThereIsNone() {
        assertThat(letters.revive("mail", any -> true, LATER)).isEmpty();
        assertThat(Journal.remember(place.directory()).handler("mail").waiting())
                .isEmpty();
    }

    @Test
    void sayHowTheirAlertsStandNow() {
        Notification dead = firing("k1", "a1");
        die("mail", dead);
        Alert over = Notifications.over(dead.alerts().get(0));
        journal.write(LATER, new Entry.Changed("resolved", over, "", AlertContext.NONE));
        Notification again = letters.revive("mail", any -> true, LATER).get(0);
        assertThat(again.kind()).isEqualTo(Kind.SUMMARY);
        assertThat(again.alerts()).containsExactly(over);
        assertThat(again.heldBack()).isEqualTo("This could not be delivered before, and was sent again by hand.");
    }

    @Test
    void sayOnceThatTheyWereSentAgain() {
        die("mail", firing("k1", "a1"));
        die("mail", letters.revive("mail", any -> true, LATER).get(0));
        assertThat(letters.revive("mail", any -> true, LATER).get(0).heldBack())
                .isEqualTo("This could not be delivered before, and was sent again by hand.");
    }

    private void die(String handler, Notification notification) {
        journal.write(NOW, new Entry.Routed(List.of(), List.of(new Dispatch(handler, notification))));
        List<String> alerts = notification.alerts().stream().map(Alert::id).toList();
        Receipt receipt = new Receipt(handler, notification.key(), alerts, Fate.REFUSED, NOW, 1, 0, "404");
        journal.write(NOW, new Entry.Done(receipt));
    }

    private static Notification firing(String key, String alert) {
        Alert one = Notifications.alert(alert, AlertLevel.WARNING, "High memory", "");
        return new Notification(key, Kind.FIRING, NOW, "atlas", List.of(one), Map.of(), "");
    }

    /** Nothing is wrong with the disk here. */
    private static final class Silent implements Upkeep {

        @Override
        public void onCondition(String condition) {}

        @Override
        public void onRefused() {}

        @Override
        public void onRemoved(long bytes) {}

        @Override
        public void onOverrun(Overrun loss) {}
    }
}
