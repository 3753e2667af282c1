package io.hostpulse.exporter.sink.influx;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.net.HttpAnswer;
import io.hostpulse.common.net.RetryAfter;
import io.hostpulse.exporter.sink.ServerText;
import io.hostpulse.exporter.sink.SinkOutcome;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * What an answer means for the batch.
 *
 * @param api what was written to
 * @param texts takes secrets out of what the server said
 * @param epochNanos the time
 */
record InfluxAnswer(InfluxApi api, ServerText texts, LongSupplier epochNanos) {

    /** 400: points were dropped, or cannot be parsed. 413: the body is too large. 422: a bucket's schema says no. */
    private static final Set<Integer> BECAUSE_OF_RECORDS = Set.of(400, 413, 422);

    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403);
    private static final int NOT_FOUND = 404;

    /** InfluxDB 1 answers 400 to some of what is wrong with the place and not with a record. */
    private static final Set<String> ABOUT_THE_PLACE =
            Set.of("retention policy not found", "database is required", "database not found");

    SinkOutcome outcome(HttpAnswer answer) {
        if (answer.isSuccess()) {
            return SinkOutcome.WRITTEN;
        }
        String said = said(answer);
        boolean isRefusal = BECAUSE_OF_RECORDS.contains(answer.status())
                && ABOUT_THE_PLACE.stream().noneMatch(said::contains);
        if (isRefusal) {
            return new SinkOutcome.Refused(texts.reason("HTTP " + answer.status() + ": " + said));
        }
        Optional<String> wait = answer.header("retry-after");
        return new SinkOutcome.TryAgain(
                texts.reason(advice(answer.status()) + said),
                wait.flatMap(value -> RetryAfter.parse(value, epochNanos.getAsLong())));
    }

    /** Whether the database could be made. */
    boolean isPlaceMissing(HttpAnswer answer) {
        return answer.status() == NOT_FOUND;
    }

    private String advice(int status) {
        String http = "HTTP " + status;
        if (NOT_LET_IN.contains(status)) {
            return http + " for " + api.place() + "; look at " + api.credentials() + ": ";
        }
        if (status == NOT_FOUND) {
            return http + ": is there a " + api.place() + "? Make it, or for InfluxDB 1 write 'create: true': ";
        }
        return status / 100 == 3 ? http + ", which points elsewhere and is not followed; correct 'url' " : http + ": ";
    }

    private static String said(HttpAnswer answer) {
        byte[] body = answer.body().orElse(new byte[0]);
        try {
            Fields fields = new PayloadReader().read(body);
            return Stream.of("error", "message")
                    .flatMap(name -> fields.get(name).stream())
                    .filter(Value.Text.class::isInstance)
                    .map(text -> ((Value.Text) text).value())
                    .findFirst()
                    .orElse("no reason given");
        } catch (RecordFormatException notJson) {
            String text = new String(body, StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? "no reason given" : text;
        }
    }
}
