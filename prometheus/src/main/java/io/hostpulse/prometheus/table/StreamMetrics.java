package io.hostpulse.prometheus.table;

import io.hostpulse.prometheus.state.Condition;
import io.hostpulse.prometheus.state.StreamState;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether a stream has data, how old it is, and if there is none, why. */
final class StreamMetrics {

    static final Metric UP = new Metric("hostpulse_stream_up", "Whether the stream has fresh data");
    static final Metric AGE = new Metric("hostpulse_stream_age_seconds", "Age of its newest record");
    static final Metric INTERVAL = new Metric("hostpulse_stream_interval_seconds", "Time between two records");
    static final Metric RECORDS = new Metric("hostpulse_stream_records_total", "Number of its newest record");
    static final Metric NO_DATA = new Metric(
            "hostpulse_stream_no_data", "There while a stream has no data, with the reason; digits are shown as #");

    private static final double NANOS_PER_SECOND = 1e9;

    /** A reason that tells how many seconds something takes would be another series with each scrape. */
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private StreamMetrics() {}

    static List<Metric> all() {
        return List.of(UP, AGE, INTERVAL, RECORDS, NO_DATA);
    }

    static void add(Families families, StreamState stream, long now) {
        Map<String, String> label = Map.of("stream", stream.name());
        Condition condition = stream.condition(now);
        families.add(UP, label, condition == Condition.OK ? 1 : 0);
        stream.newest().ifPresent(sample -> {
            families.add(AGE, label, Math.max(0, now - sample.sampleTime()) / NANOS_PER_SECOND);
            families.add(RECORDS, label, sample.sequence());
        });
        if (!stream.interval().isZero()) {
            families.add(INTERVAL, label, stream.interval().toNanos() / NANOS_PER_SECOND);
        }
        if (condition != Condition.OK) {
            families.add(NO_DATA, reason(stream, condition), 1);
        }
    }

    private static Map<String, String> reason(StreamState stream, Condition condition) {
        String reason = DIGITS.matcher(stream.reason()).replaceAll("#");
        return Map.of("stream", stream.name(), "state", condition.label(), "reason", reason);
    }
}
