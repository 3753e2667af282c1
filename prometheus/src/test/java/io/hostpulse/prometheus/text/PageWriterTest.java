package io.hostpulse.prometheus.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageWriterTest {

    private static final MetricSnapshots METRICS = MetricSnapshots.of(CounterSnapshot.builder()
            .name("reads")
            .help("Reads")
            .dataPoint(CounterDataPointSnapshot.builder().value(3).build())
            .build());

    private static Page page(String accept, String encoding) {
        return new PageWriter(Optional.ofNullable(accept), Optional.ofNullable(encoding)).write(METRICS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| text/plain; version=0.0.4",
                "*/* | text/plain; version=0.0.4",
                "text/html | text/plain; version=0.0.4",
                "application/openmetrics-text | application/openmetrics-text; version=1.0.0",
                "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;q=0.3 | application/openmetrics-text; version=1.0.0",
                "application/openmetrics-text;q=0.1,text/plain;q=0.3 | text/plain; version=0.0.4",
                "application/openmetrics-text;q=0, text/plain | text/plain; version=0.0.4",
                "application/openmetrics-text;q=zero | text/plain; version=0.0.4",
            })
    void writesTheFormThatIsPreferred(String accept, String form) {
        assertThat(page(accept, null).contentType()).startsWith(form);
    }

    @Test
    void writesTheOldFormWithItsHelpAndType() {
        assertThat(new String(page(null, null).body(), StandardCharsets.UTF_8))
                .isEqualTo("# HELP reads_total Reads\n# TYPE reads_total counter\nreads_total 3.0\n");
    }

    @Test
    void endsTheNewFormAsItMustEnd() {
        assertThat(new String(page("application/openmetrics-text", null).body(), StandardCharsets.UTF_8))
                .endsWith("# EOF\n");
    }

    @Test
    void compressesForThoseWhoAskForIt() throws IOException {
        Page page = page(null, "deflate, gzip;q=0.8");
        assertThat(page.encoding()).hasValue("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(page.body()))) {
            assertThat(in.readAllBytes()).isEqualTo(page(null, null).body());
        }
        assertThat(page(null, "gzip;q=0").encoding()).isEmpty();
    }
}
