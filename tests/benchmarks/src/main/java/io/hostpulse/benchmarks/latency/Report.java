package io.hostpulse.benchmarks.latency;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.model.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * What is printed.
 *
 * @param measured what clients saw
 * @param counters what the processes counted meanwhile
 */
record Report(Measurement measured, Counters counters) {

    private static final double NANOS_PER_MILLI = 1_000_000;
    private static final double GOAL_P99_MILLIS = 10;

    String in(String format) {
        return "json".equals(format) ? json() : text();
    }

    private String text() {
        Latencies latencies = measured.latencies();
        StringBuilder out = new StringBuilder();
        line(out, "clients   %d", measured.recordings().size());
        line(
                out,
                "messages  %d expected, %d received, %d gaps in tick",
                measured.expected(),
                measured.received(),
                measured.gaps());
        line(
                out,
                "latency   p50 %.2f ms   p90 %.2f ms   p99 %.2f ms   max %.2f ms   (goal with 1 client: p99 < %.0f ms)",
                millis(latencies.percentile(50)),
                millis(latencies.percentile(90)),
                millis(latencies.percentile(99)),
                millis(latencies.percentile(100)),
                GOAL_P99_MILLIS);
        line(out, "where the time goes, as means:");
        counters.meanReads().forEach((process, mean) -> line(out, "  %-22s reads for %.2f ms", process, millis(mean)));
        line(out, "  %-22s composes after %.1f ms", "broker", millis(measured.meanComposition()));
        line(out, "  %-22s receives after %.2f ms", "client", millis(latencies.mean()));
        line(out, "messages sent without a stream that was late: %d", incomplete());
        return out.toString();
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private String json() {
        Latencies latencies = measured.latencies();
        Fields.Builder reads = Fields.builder();
        for (Map.Entry<String, Double> read : counters.meanReads().entrySet()) {
            reads.put(read.getKey(), millis(read.getValue()));
        }
        Fields fields = Fields.builder()
                .put("clients", measured.recordings().size())
                .put("expected", measured.expected())
                .put("received", measured.received())
                .put("gaps", measured.gaps())
                .put("p50_ms", millis(latencies.percentile(50)))
                .put("p90_ms", millis(latencies.percentile(90)))
                .put("p99_ms", millis(latencies.percentile(99)))
                .put("max_ms", millis(latencies.percentile(100)))
                .put("mean_ms", millis(latencies.mean()))
                .put("composed_ms", millis(measured.meanComposition()))
                .put("read_ms", reads.build())
                .put("incomplete", incomplete())
                .put("goal_p99_ms", GOAL_P99_MILLIS)
                .build();
        return StandardCharsets.UTF_8.decode(new PayloadWriter().write(fields)) + "\n";
    }

    private long incomplete() {
        return counters.of("broker", "broadcasts_incomplete_total");
    }

    private static double millis(double nanos) {
        return nanos / NANOS_PER_MILLI;
    }
}
