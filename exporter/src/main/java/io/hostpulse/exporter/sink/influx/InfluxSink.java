package io.hostpulse.exporter.sink.influx;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.net.HttpAnswer;
import io.hostpulse.common.net.HttpClient;
import io.hostpulse.common.net.HttpFailureException;
import io.hostpulse.common.net.HttpRequest;
import io.hostpulse.common.net.HttpTarget;
import io.hostpulse.common.net.Redirects;
import io.hostpulse.common.process.HostName;
import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.ServerText;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * Posts each batch. A point that comes again has the same time and tags, so it replaces itself. Belongs to one thread.
 */
final class InfluxSink implements Sink {

    private final InfluxOptions options;
    private final HttpClient client;
    private final RecordLines lines;
    private final ServerText texts;
    private final InfluxAnswer answers;

    /** The time as the host last told it, for dates in answers. */
    private long now;

    InfluxSink(InfluxOptions options) {
        this.options = options;
        this.client = new HttpClient(options.connection().dialer(), options.limits(), Redirects.NONE, System::nanoTime);
        String machine = options.machine().isEmpty() ? HostName.ofThisMachine() : options.machine();
        this.lines = new RecordLines(machine, new KnownSeries(options.maxSeries()));
        this.texts = new ServerText(options.api().secrets());
        this.answers = new InfluxAnswer(options.api(), texts, () -> now);
    }

    @Override
    public SinkOutcome tick(long epochNanos) {
        now = epochNanos;
        return SinkOutcome.WRITTEN;
    }

    @Override
    public SinkOutcome write(Batch batch) {
        try {
            return write(lines.of(batch.records()));
        } catch (RecordFormatException e) {
            return new SinkOutcome.Refused(e.getMessage());
        } catch (HttpFailureException e) {
            return new SinkOutcome.TryAgain(texts.reason(e.getMessage()));
        }
    }

    private SinkOutcome write(byte[] points) throws HttpFailureException {
        Optional<String> creation = options.api().creation();
        HttpAnswer answer = post(options.api().write(), Optional.of(points));
        if (answers.isPlaceMissing(answer) && creation.isPresent()) {
            HttpAnswer made = post(creation.get(), Optional.empty());
            return made.isSuccess() ? answers.outcome(post(options.api().write(), Optional.of(points))) : unmade(made);
        }
        return answers.outcome(answer);
    }

    private SinkOutcome unmade(HttpAnswer answer) {
        // Whatever it is, it is not because of a record.
        SinkOutcome outcome = answers.outcome(answer);
        return outcome instanceof SinkOutcome.Refused refused
                ? new SinkOutcome.TryAgain("the database cannot be made: " + refused.reason())
                : outcome;
    }

    private HttpAnswer post(String resource, Optional<byte[]> points) throws HttpFailureException {
        Map<String, Secret> headers = new LinkedHashMap<>();
        options.api().authorization().ifPresent(secret -> headers.put("Authorization", secret));
        points.ifPresent(text -> headers.put("Content-Type", new Secret("text/plain; charset=utf-8")));
        if (points.isPresent() && options.gzip()) {
            headers.put("Content-Encoding", new Secret("gzip"));
        }
        byte[] body = points.map(this::packed).orElse(new byte[0]);
        return client.ask(
                new HttpRequest(HttpTarget.parse(options.url() + resource), "POST", headers, Optional.of(body)));
    }

    private byte[] packed(byte[] points) {
        if (!options.gzip()) {
            return points;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream(points.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(points);
        } catch (IOException e) {
            throw new UncheckedIOException("compressing in memory failed", e);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        client.close();
    }
}
