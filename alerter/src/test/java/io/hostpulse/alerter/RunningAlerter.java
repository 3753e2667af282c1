package io.hostpulse.alerter;

import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.journal.Memory;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.Arguments;
import io.hostpulse.common.process.Configuration;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.Mark;
import io.hostpulse.common.process.MarkFile;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.testkit.Await;
import io.hostpulse.testkit.WholeLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The whole alerter in this JVM, with real streams that the test writes, and a configuration file that it changes. */
final class RunningAlerter implements AutoCloseable {

    static final EpochClock CLOCK = EpochClock.SYSTEM;

    /** A disk of any size will do; everything goes out at once. */
    private static final List<String> FLAGS =
            List.of("alerts.group_window=0", "queues.min_free=0", "queues.min_free_percent=0", "data.directory=data");

    private final Path file;
    private final DataDirectory data;
    private final Map<String, SnapshotAppender> streams = new HashMap<>();
    private final Alerter alerter = new Alerter();
    private MarkFile mark;
    private Reloading reload;
    private Agent agent;

    RunningAlerter(Path root) throws IOException {
        this.file = root.resolve("config.yaml");
        this.data = new DataDirectory(root.resolve("data"));
        data.create();
    }

    /** Writes the configuration, as an editor does: a new file takes the place of the old one. */
    void configure(String yaml) throws IOException {
        Path next = file.resolveSibling("config.yaml.new");
        Files.writeString(next, yaml);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    Path root() {
        return data.root();
    }

    /** Starts it as the process does. */
    void start() throws Exception {
        ProcessContext context = context();
        agent = alerter.wire(context, context.configuration().read(this::settings));
        turnUntil(agent::isReady);
    }

    /** Starts it so that the test takes the turns of the alerting thread, for which no time passes; handlers have theirs. */
    void startStepped() throws Exception {
        ProcessContext context = context();
        Wiring wiring = new Wiring(context, context.configuration().read(this::settings), this::settings, () -> 0);
        reload = wiring.reload();
        agent = new Stepped(wiring.group(), wiring.rules());
        turnUntil(agent::isReady);
    }

    private ProcessContext context() throws IOException {
        mark = MarkFile.create(data, "alerter", CLOCK.nanos());
        ConfigSources sources = new ConfigSources(Optional.empty(), FLAGS, Map.of(), file.getParent());
        Configuration configuration = new Configuration(sources, alerter.sections(), Optional.empty());
        return new ProcessContext("alerter", data, CLOCK, mark, () -> {}, configuration);
    }

    private AlerterSettings settings(ConfigNode root) {
        return alerter.settings(new Arguments(Optional.empty(), Optional.empty(), List.of(), Map.of()), root);
    }

    /** Has the configuration read again; only when stepped. */
    Optional<String> reload() {
        return Optional.of(reload.reload(CLOCK.nanos())).filter(problem -> !problem.isEmpty());
    }

    void turn() {
        agent.doWork(CLOCK.nanos());
    }

    /** Both in one thread. */
    private record Stepped(Agent handlers, Agent rules) implements Agent {

        @Override
        public long doWork(long now) {
            handlers.doWork(now);
            return rules.doWork(now);
        }

        @Override
        public boolean isReady() {
            return rules.isReady();
        }

        @Override
        public void close() {
            handlers.close();
            rules.close();
        }
    }

    /** As kill -9 ends it, but for what the threads are at. */
    void kill() throws IOException {
        agent.close();
        mark.close();
        agent = null;
    }

    /** Writes a record to a stream. */
    long write(String stream, String json) {
        SnapshotAppender appender = streams.computeIfAbsent(stream, this::open);
        appender.append(RecordKind.OK, CLOCK.nanos(), ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
        return appender.lastSequence();
    }

    private SnapshotAppender open(String stream) {
        StreamName name = new StreamName(stream);
        return SnapshotAppender.open(
                data.queues().resolve(stream),
                new StreamDescriptor(name, Duration.ofMillis(500), "collector-" + stream),
                CLOCK::nanos);
    }

    void memory(double percentage) {
        write("memory", "{\"percentage\":" + percentage + "}");
    }

    /** What the journal tells. */
    Memory journal() {
        return Journal.remember(data.queues().resolve("alerts"));
    }

    /** The lines that a handler of type file has written. */
    List<String> told(String handler) {
        Path log = data.root().resolve("alerts/" + handler + ".log");
        try {
            return Files.isRegularFile(log) ? WholeLines.of(log) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String condition() {
        try {
            return Mark.read(data, "alerter").orElseThrow().condition();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("handler-"))
                .collect(Collectors.toSet());
    }

    void turnUntil(BooleanSupplier condition) {
        Await.until("it took turns enough", () -> {
            agent.doWork(CLOCK.nanos());
            return condition.getAsBoolean();
        });
    }

    @Override
    public void close() throws IOException {
        if (agent != null) {
            kill();
        }
        streams.values().forEach(SnapshotAppender::close);
    }
}
