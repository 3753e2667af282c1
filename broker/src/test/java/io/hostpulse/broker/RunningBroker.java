package io.hostpulse.broker;

import io.hostpulse.common.auth.AuditFile;
import io.hostpulse.common.auth.Role;
import io.hostpulse.common.auth.Token;
import io.hostpulse.common.auth.TokenFile;
import io.hostpulse.common.auth.TokenSecret;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.MarkFile;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real broker on a free port, on a data directory with one stream that the test writes. */
final class RunningBroker implements AutoCloseable {

    private static final StreamName MEMORY = new StreamName("memory");

    private final DataDirectory data;
    private final MarkFile mark;
    private final Agent agent;
    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final SnapshotAppender memory;
    private final MarkFile writer;
    private final List<SnapshotAppender> others = new ArrayList<>();

    RunningBroker(Path root, String... overrides) throws IOException {
        data = new DataDirectory(root);
        data.create();
        memory = SnapshotAppender.open(
                new QueueDirectory(data.queues()).of(MEMORY),
                new StreamDescriptor(MEMORY, Duration.ofMillis(100), "test"),
                EpochClock.SYSTEM::nanos);
        writer = MarkFile.create(data, "test", EpochClock.SYSTEM.nanos());
        write(RecordKind.OK, "{\"percentage\":50.0}");
        mark = MarkFile.create(data, "broker", EpochClock.SYSTEM.nanos());
        agent = wire(root, overrides);
        thread = new Thread(this::run, "feed");
        thread.start();
    }

    // One that does not start leaves nothing open.
    private Agent wire(Path root, String... overrides) throws IOException {
        ProcessContext context = new ProcessContext("broker", data, EpochClock.SYSTEM, mark, stop::countDown);
        try {
            return new Broker().wire(context, new BrokerConfig(settings(root, overrides), Set.of(MEMORY), true));
        } catch (IOException | RuntimeException e) {
            mark.close();
            writer.close();
            memory.close();
            throw e;
        }
    }

    private static BrokerSettings settings(Path root, String... overrides) {
        List<String> all = new ArrayList<>(List.of("broker.port=0", "broker.interval=100ms"));
        all.addAll(List.of(overrides));
        Config config = Config.load(new ConfigSources(Optional.empty(), all, Map.of(), root));
        BrokerSettings settings = BrokerSettings.read(config.root().section("broker"));
        config.finish();
        return settings;
    }

    private void run() {
        try {
            boolean stopped = false;
            while (!stopped) {
                long next = agent.doWork(EpochClock.SYSTEM.nanos());
                stopped = stop.await(next - EpochClock.SYSTEM.nanos(), TimeUnit.NANOSECONDS);
            }
            agent.drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    long write(RecordKind kind, String payload) {
        return memory.append(
                kind, EpochClock.SYSTEM.nanos(), ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)));
    }

    /** One more stream that the test writes. */
    SnapshotAppender stream(String name, Duration interval) throws IOException {
        StreamName stream = new StreamName(name);
        SnapshotAppender appender = SnapshotAppender.open(
                new QueueDirectory(data.queues()).of(stream),
                new StreamDescriptor(stream, interval, "test"),
                EpochClock.SYSTEM::nanos);
        others.add(appender);
        return appender;
    }

    /** A stream's files are lost while its writer is away; the next record has the next number all the same. */
    SnapshotAppender loseFiles(SnapshotAppender stream, String name) throws IOException {
        stream.close();
        others.remove(stream);
        try (Stream<Path> files = Files.list(new QueueDirectory(data.queues()).of(new StreamName(name)))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".cq4")).toList()) {
                Files.delete(file);
            }
        }
        return stream(name, Duration.ofMillis(100));
    }

    /** Somebody removes the stream's directory with all that is in it. */
    void removeStream() throws IOException {
        Path directory = new QueueDirectory(data.queues()).of(MEMORY);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    /** What the mark of the stream's writer says. */
    void writerSays(String condition) {
        writer.condition(condition);
    }

    URI uri(String path) {
        return URI.create("ws://127.0.0.1:" + port() + path);
    }

    /** Makes a token, which a broker sees when it starts, or soon. */
    static Secret token(Path root, String name, Role role) throws IOException {
        Secret secret = TokenSecret.generate();
        Token token = new Token(name, role, TokenSecret.hash(secret), EpochClock.SYSTEM.nanos(), OptionalLong.empty());
        TokenFile.in(new DataDirectory(root)).change(tokens -> Stream.concat(tokens.stream(), Stream.of(token))
                .toList());
        return secret;
    }

    void revoke(String name) throws IOException {
        TokenFile.in(data).change(tokens -> tokens.stream()
                .filter(token -> !token.name().equals(name))
                .toList());
    }

    /** What the audit log has; what was ordered a moment ago may follow. */
    String audit() {
        try {
            Path file = AuditFile.in(data).path();
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI page(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    int port() {
        try {
            return Integer.parseInt(Files.readString(data.run().resolve("broker.port")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path directory() {
        return data.root();
    }

    /** Tells it to stop, and waits until it has said goodbye to everyone. */
    void stop() {
        stop.countDown();
        joinFeed();
    }

    @Override
    public void close() throws IOException {
        stop();
        agent.close();
        mark.close();
        writer.close();
        memory.close();
        others.forEach(SnapshotAppender::close);
    }

    private void joinFeed() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
