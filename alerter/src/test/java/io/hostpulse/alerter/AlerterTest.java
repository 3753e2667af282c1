package io.hostpulse.alerter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.control.AlerterViewFile;
import io.hostpulse.common.control.ControlAction;
import io.hostpulse.common.control.ControlOrder;
import io.hostpulse.common.control.OrderAnswer;
import io.hostpulse.common.control.OrderDesk;
import io.hostpulse.common.control.OrderTicket;
import io.hostpulse.common.control.ViewState;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.Arguments;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.MarkFile;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.testkit.Await;
import io.hostpulse.testkit.WholeLines;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole alerter in this JVM: a real stream, the real journal, a real file as the handler. */
class AlerterTest {

    private static final EpochClock CLOCK = EpochClock.SYSTEM;
    private static final StreamName MEMORY = new StreamName("memory");

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path root;

    private DataDirectory data;
    private SnapshotAppender memory;

    @BeforeEach
    void open() throws IOException {
        data = new DataDirectory(root);
        data.create();
        StreamDescriptor descriptor = new StreamDescriptor(MEMORY, Duration.ofMillis(500), "collector-memory");
        memory = SnapshotAppender.open(data.queues().resolve("memory"), descriptor, CLOCK::nanos);
        write(50);
    }

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void tellsThatAnAlertBeganAndThatItIsOver() throws Exception {
        try (Life life = new Life()) {
            life.turnUntil(() -> true);
            write(85.5);
            life.turnUntil(() -> told().size() == 1);
            write(50);
            life.turnUntil(() -> told().size() == 2);
        }
        assertThat(told().get(0)).contains("WARNING High memory usage: 85.5% (threshold: 80.0%)");
        assertThat(told().get(1)).contains("RESOLVED");
    }

    @Test
    void doesWhatAPersonAsksAndAnswers() throws Exception {
        try (Life life = new Life();
                OrderDesk desk = OrderDesk.open(data, "console", CLOCK)) {
            life.turnUntil(() -> true);
            write(85.5);
            life.turnUntil(() -> told().size() == 1);
            String alert = Journal.remember(data.queues().resolve("alerts"))
                    .active()
                    .iterator()
                    .next()
                    .id();
            Fields arguments = Fields.builder().put("alert", alert).build();
            OrderTicket ticket =
                    desk.place(ControlOrder.of(CLOCK.nanos(), "ann", ControlAction.ACKNOWLEDGE, arguments));
            List<OrderAnswer> answers = new ArrayList<>();
            life.turnUntil(() -> {
                desk.answer(ticket).ifPresent(answers::add);
                return !answers.isEmpty() && told().size() == 2;
            });
            assertThat(answers).containsExactly(new OrderAnswer("", ""));
            life.turnUntil(() -> AlerterViewFile.in(data).read(CLOCK.nanos()) instanceof ViewState.Current);
        }
        assertThat(told().get(1)).contains("ACKNOWLEDGED");
    }

    @Test
    void tellsNobodyTwiceAfterARestart() throws Exception {
        try (Life life = new Life()) {
            life.turnUntil(() -> true);
            write(85.5);
            life.turnUntil(() -> told().size() == 1);
            life.agent.drain();
        }
        try (Life life = new Life()) {
            write(86);
            life.turnUntil(() -> cursor() == memory.lastSequence());
        }
        assertThat(told()).hasSize(1);
    }

    @Test
    void whatWasSentWithoutAReceiptIsSentAgainUnderTheSameKey() throws Exception {
        try (Life life = new Life()) {
            life.turnUntil(() -> true);
            write(85.5);
            life.turnUntil(() -> told().size() == 1);
            // Killed here: whether the receipt was written is a matter of luck.
        }
        try (Life life = new Life()) {
            life.turnUntil(() -> !waiting());
        }
        assertThat(told().stream().map(line -> line.replaceAll(".* key=", "")).distinct())
                .hasSize(1);
    }

    private boolean waiting() {
        return !Journal.remember(data.queues().resolve("alerts"))
                .handler("file")
                .waiting()
                .isEmpty();
    }

    @Test
    void tellsWhatHappenedWhileItWasAway() throws Exception {
        try (Life life = new Life()) {
            life.turnUntil(() -> cursor() == memory.lastSequence());
        }
        write(95);
        write(50);
        try (Life life = new Life()) {
            life.turnUntil(() -> told().size() == 2);
        }
        assertThat(told().get(0)).contains("CRITICAL");
        assertThat(told().get(1)).contains("RESOLVED");
    }

    @Test
    void sendsLaterWhatCouldNotBeSentNow() throws Exception {
        Path file = root.resolve("alerts/file.log");
        Files.createDirectories(file); // a directory in its place: nothing can be written there
        try (Life life = new Life()) {
            life.turnUntil(() -> true);
            write(85.5);
            life.turnUntil(() -> cursor() == memory.lastSequence());
        }
        Files.delete(file);
        try (Life life = new Life()) {
            life.turnUntil(() -> told().size() == 1);
        }
    }

    private void write(double percentage) {
        byte[] payload = ("{\"percentage\":" + percentage + "}").getBytes(StandardCharsets.UTF_8);
        memory.append(RecordKind.OK, CLOCK.nanos(), ByteBuffer.wrap(payload));
    }

    private List<String> told() {
        Path file = root.resolve("alerts/file.log");
        try {
            return Files.isRegularFile(file) ? WholeLines.of(file) : List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private long cursor() {
        try {
            Path file = data.cursor("alerter", MEMORY);
            return Files.exists(file) ? CursorFile.open(file).position().sequence() : 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** From a start to an end without warning: nothing is drained. */
    private final class Life implements AutoCloseable {
        private final MarkFile mark;
        private final Agent agent;

        private Life() throws IOException {
            mark = MarkFile.create(data, "alerter", CLOCK.nanos());
            Alerter alerter = new Alerter();
            Config config = Config.load(new ConfigSources(
                    Optional.empty(),
                    List.of(
                            "notifications.file.type=file",
                            "alerts.group_window=0",
                            "queues.min_free=0",
                            "queues.min_free_percent=0"),
                    Map.of(),
                    root));
            AlerterSettings settings =
                    alerter.settings(Arguments.parse(new String[0], alerter.options()), config.root());
            agent = alerter.wire(new ProcessContext("alerter", data, CLOCK, mark, () -> {}), settings);
        }

        private void turnUntil(BooleanSupplier condition) {
            Await.until(() -> "it took turns enough; told so far: " + told(), LIMIT, () -> {
                agent.doWork(CLOCK.nanos());
                return agent.isReady() && condition.getAsBoolean();
            });
        }

        @Override
        public void close() throws IOException {
            agent.close();
            mark.close();
        }
    }
}
