package io.hostpulse.alerter.notify.alertmanager;

import io.hostpulse.alerter.notify.PlainText;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.Quantity;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An alert in the words of Prometheus. Its labels are its identity there, so they hold nothing that changes while it is on, except the
 * severity.
 *
 * @param labels its identity, names and values as Alertmanager allows them
 * @param annotations what people read
 * @param startsAt when it began, RFC 3339
 * @param endsAt when it was over, if it is
 */
public record AlertmanagerAlert(
        Map<String, String> labels, Map<String, String> annotations, String startsAt, Optional<String> endsAt) {

    private static final int LONGEST_LABEL = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ANNOTATION = 4_000;
    private static final int FINGERPRINT_DIGITS = 16;

    /** Copies the maps, sorted. */
    public AlertmanagerAlert {
        labels = new TreeMap<>(labels);
        annotations = new TreeMap<>(annotations);
    }

    /**
     * Translates an alert.
     *
     * @param alert the alert
     * @param host the machine it is about
     * @return it in Prometheus' words
     */
    public static AlertmanagerAlert of(Alert alert, String host) {
        return of(alert, host, alert.level());
    }

    static AlertmanagerAlert of(Alert alert, String host, AlertLevel level) {
        Optional<String> end = alert.resolved().isPresent()
                ? Optional.of(Rfc3339.format(alert.resolved().getAsLong()))
                : Optional.empty();
        return new AlertmanagerAlert(
                labels(alert, host, level), annotations(alert), Rfc3339.format(alert.since()), end);
    }

    private static Map<String, String> labels(Alert alert, String host, AlertLevel level) {
        Map<String, String> labels = new TreeMap<>();
        alert.labels().forEach((name, value) -> put(labels, labelName(name), value, LONGEST_LABEL));
        put(labels, "alertname", alert.key().rule(), LONGEST_LABEL);
        put(labels, "severity", level.name().toLowerCase(Locale.ROOT), LONGEST_LABEL);
        put(labels, "instance", host, LONGEST_LABEL);
        put(labels, "job", "hostpulse", LONGEST_LABEL);
        put(labels, "component", alert.component(), LONGEST_LABEL);
        put(labels, "metric", alert.metric(), LONGEST_LABEL);
        put(labels, "dimension", alert.key().dimension(), LONGEST_LABEL);
        return labels;
    }

    private static Map<String, String> annotations(Alert alert) {
        Map<String, String> annotations = new TreeMap<>();
        put(annotations, "summary", alert.message(), LONGEST_ANNOTATION);
        put(annotations, "alert_id", alert.id(), LONGEST_ANNOTATION);
        alert.measured()
                .value()
                .ifPresent(value -> put(annotations, "value", Quantity.of(alert, value), LONGEST_ANNOTATION));
        alert.measured()
                .threshold()
                .ifPresent(value -> put(annotations, "threshold", Quantity.of(alert, value), LONGEST_ANNOTATION));
        alert.acknowledged().ifPresent(note -> put(annotations, "acknowledged_by", note.by(), LONGEST_ANNOTATION));
        return annotations;
    }

    /** A label without a value is none, there. */
    private static void put(Map<String, String> map, String name, String value, int longest) {
        String line = PlainText.line(value, longest);
        if (!line.isEmpty()) {
            map.put(name, line);
        }
    }

    static String labelName(String name) {
        String safe = PlainText.clip(name, LONGEST_NAME).replaceAll("[^a-zA-Z0-9_]", "_");
        return safe.isEmpty() || Character.isDigit(safe.charAt(0)) ? "_" + safe : safe;
    }

    AlertmanagerAlert endingAt(String time) {
        return new AlertmanagerAlert(labels, annotations, startsAt, Optional.of(time));
    }

    Fields fields() {
        Fields.Builder fields = Fields.builder()
                .put("labels", fields(labels))
                .put("annotations", fields(annotations))
                .put("startsAt", startsAt);
        endsAt.ifPresent(time -> fields.put("endsAt", time));
        return fields.build();
    }

    /**
     * Makes an object of a map.
     *
     * @param map names and values
     * @return the same as fields
     */
    public static Fields fields(Map<String, String> map) {
        Fields.Builder fields = Fields.builder();
        map.forEach(fields::put);
        return fields.build();
    }

    /**
     * Names it by its labels.
     *
     * @return 16 hexadecimal digits
     */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(labels.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, FINGERPRINT_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
