package io.hostpulse.collector.source.http;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.json.JsonMetrics;
import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.net.HttpAnswer;
import io.hostpulse.common.net.HttpClient;
import io.hostpulse.common.net.HttpFailureException;
import io.hostpulse.common.net.HttpRequest;
import java.util.function.LongSupplier;

/**
 * Asks one server. An answer is a measurement whatever it says: its status and its time are data, and values are missing where it has
 * none. Only when there is no complete answer the reading fails.
 */
final class HttpSource implements Source {

    private static final double NANOS_PER_MILLI = 1e6;

    private final HttpClient client;
    private final HttpRequest request;
    private final JsonMetrics metrics;
    private final LongSupplier nanoTime;

    HttpSource(HttpClient client, HttpRequest request, JsonMetrics metrics, LongSupplier nanoTime) {
        this.client = client;
        this.request = request;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
    }

    @Override
    public Reading read() throws HttpFailureException {
        long begin = nanoTime.getAsLong();
        HttpAnswer answer = client.ask(request);
        return new Reading.Ok(fields(answer, nanoTime.getAsLong() - begin));
    }

    private Fields fields(HttpAnswer answer, long nanos) {
        Fields.Builder fields = Fields.builder();
        fields.put("status", answer.status());
        fields.put("response_time_ms", time(answer, nanos));
        String reason = reasonForNoValues(answer);
        if (reason.isEmpty()) {
            metrics.add(fields, answer.body().orElseThrow());
        } else {
            metrics.addMissing(fields, reason);
        }
        return fields.build();
    }

    private static Value time(HttpAnswer answer, long nanos) {
        return answer.body().isPresent()
                ? Rounding.twoDecimals(nanos / NANOS_PER_MILLI)
                : new Value.Missing("the body is larger than max_body and was not read to its end");
    }

    private String reasonForNoValues(HttpAnswer answer) {
        if (!answer.isSuccess()) {
            return "the server answered with status " + answer.status();
        }
        if (answer.body().isEmpty()) {
            return "the body is larger than max_body";
        }
        if (request.method().equals(HttpMethod.HEAD.name())) {
            return "HEAD asks for no body";
        }
        boolean plain = answer.header("content-encoding").orElse("identity").equalsIgnoreCase("identity");
        return plain ? "" : "the body is compressed, which was not asked for";
    }

    @Override
    public void close() {
        client.close();
    }
}
