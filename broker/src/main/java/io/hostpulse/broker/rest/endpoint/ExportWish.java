package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Query;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.period.ExportFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to be handed out.
 *
 * @param format in which form
 * @param from the beginning, epoch nanoseconds; absent for all there is
 * @param to the end, not included; absent for all there is
 * @param streams whose records; all streams when it is empty
 */
record ExportWish(ExportFormat format, Optional<Long> from, Optional<Long> to, List<String> streams) {

    /** Where the seconds of a time end, as it is written. */
    private static final int SECONDS = 19;

    static ExportWish read(Query query) {
        Optional<Long> from = query.text("from").map(text -> Query.time("from", text));
        Optional<Long> to = query.text("to").map(text -> Query.time("to", text));
        if (from.isPresent() && to.isPresent() && from.get() >= to.get()) {
            throw ProblemException.badRequest("'from' must be before 'to'");
        }
        return new ExportWish(
                query.choice("format", ExportFormat.class).orElse(ExportFormat.json),
                from,
                to,
                query.text("streams")
                        .map(text -> text.split(",", -1))
                        .map(Arrays::asList)
                        .orElse(List.of()));
    }

    String type() {
        return switch (format) {
            case json -> Response.JSON;
            case ndjson -> "application/x-ndjson";
            case csv -> "text/csv; charset=utf-8; header=present";
        };
    }

    /** Harmless in headers and on every filesystem once the streams are known, and in a list the older before the newer. */
    String fileName(String host) {
        String stream = streams.size() == 1 ? "-" + streams.get(0) : "";
        String begin = from.map(
                        time -> "-" + Rfc3339.format(time).substring(0, SECONDS).replace(":", "") + "Z")
                .orElse("");
        return "hostpulse-" + host.replaceAll("[^A-Za-z0-9.-]", "_") + stream + begin + "." + format;
    }
}
