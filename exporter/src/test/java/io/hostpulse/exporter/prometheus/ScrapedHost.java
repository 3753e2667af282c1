package io.hostpulse.exporter.prometheus;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Real queues, a clock that is moved by hand, and the page that shows them. */
final class ScrapedHost implements AutoCloseable {

    private static final long SECOND = 1_000_000_000L;

    private final DataDirectory data;
    private long now = System.currentTimeMillis() * 1_000_000L;
    private Optional<PrometheusAgent> agent = Optional.empty();

    ScrapedHost(Path root) throws IOException {
        data = new DataDirectory(root);
        data.create();
    }

    void start(int port) {
        agent = Optional.of(new PrometheusAgent(new PrometheusOptions(true, "127.0.0.1", port, 100), data, () -> now));
        turn();
    }

    void turn() {
        agent.orElseThrow().doWork(now);
    }

    void step(int seconds) {
        now += seconds * SECOND;
        turn();
    }

    int port() {
        try {
            return Integer.parseInt(Files.readString(data.run().resolve("exporter-prometheus.port")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String trouble() {
        return agent.orElseThrow().trouble();
    }

    void writeMemory(long total) {
        append(
                "memory",
                Duration.ofSeconds(2),
                Fields.builder().put("total", total).build());
    }

    void fire(String rule) {
        change(rule, AlertState.FIRING);
    }

    void resolve(String rule) {
        change(rule, AlertState.RESOLVED);
    }

    private void change(String rule, AlertState state) {
        Alert alert = new Alert(
                "0123456789ab",
                new AlertKey(rule, "path=/"),
                "disk",
                "percentage",
                AlertLevel.CRITICAL,
                state,
                Measured.of(97, 95),
                "Disk full",
                now,
                now,
                OptionalLong.empty(),
                false,
                Optional.empty(),
                List.of(),
                Map.of());
        Fields.Builder entry = Fields.builder().put("entry", "changed");
        AlertFields.of(alert).values().forEach(entry::put);
        append("alerts", Duration.ZERO, entry.build());
    }

    private void append(String stream, Duration interval, Fields fields) {
        StreamDescriptor descriptor = new StreamDescriptor(new StreamName(stream), interval, "test");
        try (SnapshotAppender appender = SnapshotAppender.open(data.queues().resolve(stream), descriptor, () -> now)) {
            appender.append(RecordKind.OK, now, new PayloadWriter().write(fields));
        }
    }

    @Override
    public void close() {
        agent.ifPresent(PrometheusAgent::close);
    }
}
