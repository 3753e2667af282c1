package io.hostpulse.client.message;

import java.time.Instant;

/**
 * An alert, as it is at one moment.
 *
 * @param id what identifies it, also in orders
 * @param component the stream that it is about
 * @param metric the field
 * @param value what was measured; missing when the alert is about data that does not come
 * @param threshold what the value is compared with; missing when there is nothing to compare
 * @param level {@code INFO}, {@code WARNING} or {@code CRITICAL}; a text, so that a newer server may have another
 * @param message the alert in words
 * @param state {@code pending}, {@code firing}, {@code acknowledged} or {@code resolved}
 * @param timestamp when it became what it is
 * @param since when it began
 * @param rule the rule that made it
 * @param fields these and all others: notes, labels, peak, dimension
 */
public record Alert(
        String id,
        String component,
        String metric,
        Measured<Double> value,
        Measured<Double> threshold,
        String level,
        String message,
        String state,
        Measured<Instant> timestamp,
        Measured<Instant> since,
        String rule,
        Fields fields) {

    static Alert of(Fields fields) {
        return new Alert(
                text(fields, "id"),
                text(fields, "component"),
                text(fields, "metric"),
                fields.number("value"),
                fields.number("threshold"),
                text(fields, "level"),
                text(fields, "message"),
                text(fields, "state"),
                fields.time("timestamp"),
                fields.time("since"),
                text(fields, "rule"),
                fields);
    }

    private static String text(Fields fields, String name) {
        return fields.json()
                .text(name)
                .orElseThrow(() -> new MessageFormatException("an alert has no '" + name + "': " + fields));
    }
}
