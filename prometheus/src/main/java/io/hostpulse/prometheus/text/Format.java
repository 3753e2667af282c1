package io.hostpulse.prometheus.text;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The two forms of text that Prometheus reads. */
enum Format {
    /** What everybody understands, and what is sent unless another form is asked for. */
    CLASSIC(PrometheusTextFormatWriter.create()),
    /** The newer one. */
    OPEN_METRICS(OpenMetricsTextFormatWriter.create());

    private final ExpositionFormatWriter writer;

    Format(ExpositionFormatWriter writer) {
        this.writer = writer;
    }

    ExpositionFormatWriter writer() {
        return writer;
    }

    /**
     * Chooses by the header Accept. A client that takes both alike gets OpenMetrics.
     *
     * @param accept the header, if it was sent
     */
    static Format of(Optional<String> accept) {
        double open = weight(accept.orElse(""), "application/openmetrics-text"::equals);
        double classic = weight(accept.orElse(""), type -> type.equals("text/plain") || type.endsWith("/*"));
        return open > 0 && open >= classic ? OPEN_METRICS : CLASSIC;
    }

    /** The highest weight of the entries that fit; 0 when none does. */
    static double weight(String header, Predicate<String> fits) {
        return Arrays.stream(header.toLowerCase(Locale.ROOT).split(","))
                .filter(entry -> fits.test(entry.split(";", 2)[0].strip()))
                .mapToDouble(Format::weight)
                .max()
                .orElse(0);
    }

    private static double weight(String entry) {
        return Arrays.stream(entry.split(";"))
                .map(String::strip)
                .filter(part -> part.startsWith("q="))
                .findFirst()
                .map(part -> number(part.substring(2)))
                .orElse(1.0);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0; // what nobody understands is not wanted
        }
    }
}
