package io.hostpulse.prometheus.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.prometheus.fixture.Captured;
import io.hostpulse.prometheus.state.HostState;
import io.hostpulse.prometheus.state.StreamState;
import io.hostpulse.prometheus.text.PageWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MappingTest {

    private static final long NOW = Captured.NOW;
    private static final int LIMIT = 100;

    private static List<String> page(HostState host) {
        byte[] text = new PageWriter(Optional.empty(), Optional.empty())
                .write(new Mapping(LIMIT).metrics(host))
                .body();
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }

    private static List<String> page(StreamState... streams) {
        return page(new HostState(NOW, List.of(streams), List.of(), true));
    }

    private static Fields fields(String json) {
        return new PayloadReader().read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String sample(List<String> page, String series) {
        return page.stream()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> line.substring(series.length() + 1))
                .findFirst()
                .orElse("absent");
    }

    @Test
    void showsWhatTheDashboardNodeExporterFullAsksFirst() throws IOException {
        List<String> page = page(Captured.host());
        for (String metric : List.of(
                "node_uname_info{",
                "node_boot_time_seconds ",
                "node_time_seconds ",
                "node_load1 ",
                "node_cpu_seconds_total{cpu=\"0\",mode=\"idle\"} ",
                "node_memory_MemTotal_bytes ",
                "node_memory_Cached_bytes ",
                "node_memory_SReclaimable_bytes ",
                "node_filesystem_avail_bytes{",
                "node_disk_io_time_seconds_total{",
                "node_network_receive_bytes_total{",
                "node_context_switches_total ",
                "node_pressure_cpu_waiting_seconds_total ",
                "node_sockstat_TCP_inuse ",
                "node_netstat_Tcp_InSegs ",
                "node_vmstat_pgfault ",
                "node_scrape_collector_success{collector=\"memory\"} 1.0",
                "node_scrape_collector_duration_seconds{collector=\"memory\"} ")) {
            assertThat(page).as(metric).anyMatch(line -> line.startsWith(metric));
        }
    }

    @Test
    void agreesWithTheRecordInBaseUnits() {
        List<String> page = page(
                Captured.fresh("memory", fields("{\"total\":1000,\"percentage\":85.5}")),
                Captured.fresh("processor", fields("{\"frequency_current\":2400.5,\"usage_percent\":12.34}")),
                Captured.fresh("system", fields("{\"boot_time\":\"2025-01-03T10:15:30.5Z\"}")));
        assertThat(sample(page, "hostpulse_memory_total_bytes")).isEqualTo("1000.0");
        assertThat(sample(page, "hostpulse_memory_used_ratio")).isEqualTo("0.855");
        assertThat(sample(page, "hostpulse_processor_usage_ratio")).isEqualTo("0.1234");
        assertThat(sample(page, "hostpulse_processor_frequency_hertz")).isEqualTo("2.4005E9");
        assertThat(sample(page, "node_boot_time_seconds")).isEqualTo("1.7358993305E9");
    }

    @Test
    void hasNoSeriesForWhatWasNotMeasured() {
        Fields mount = Fields.builder()
                .put("path", "/slow")
                .missing("total", "no answer in time")
                .missing("used", "no answer in time")
                .build();
        List<String> page = page(Captured.fresh(
                "disk", Fields.builder().put("mounts", List.of(mount)).build()));
        assertThat(page).noneMatch(line -> line.startsWith("node_filesystem_size_bytes{"));
        assertThat(page).noneMatch(line -> line.startsWith("node_filesystem_free_bytes{"));
        assertThat(sample(page, "node_filesystem_device_error{mountpoint=\"/slow\"}"))
                .isEqualTo("1.0");
    }

    @Test
    void showsNothingOfAStaleStreamButThatItIsStale() {
        StreamState stale = Captured.state("memory", RecordKind.OK, NOW - 16_000_000_000L, fields("{\"total\":1000}"));
        List<String> page = page(stale);

        assertThat(page).noneMatch(line -> line.contains("memory_total") || line.contains("MemTotal"));
        assertThat(sample(page, "hostpulse_stream_up{stream=\"memory\"}")).isEqualTo("0.0");
        assertThat(sample(page, "hostpulse_stream_age_seconds{stream=\"memory\"}"))
                .isEqualTo("16.0");
        assertThat(sample(page, "node_scrape_collector_success{collector=\"memory\"}"))
                .isEqualTo("0.0");
        assertThat(sample(page, "hostpulse_stream_no_data{reason=\"no new record\",state=\"stale\",stream=\"memory\"}"))
                .isEqualTo("1.0");
    }

    @Test
    void givesTheReasonOfAStreamWithoutDataAndNoNewSeriesForEachNumberInIt() {
        Fields reason = Fields.builder().put("reason", "no answer for 17 s").build();
        List<String> page = page(Captured.state("gpu", RecordKind.FAILED, NOW, reason));
        assertThat(page)
                .contains("hostpulse_stream_no_data{reason=\"no answer for # s\",state=\"failed\",stream=\"gpu\"} 1.0");
    }

    @Test
    void tellsAnUnreadableStreamFromAnEmptyOne() {
        List<String> page = page(
                new StreamState("a", Duration.ofSeconds(1), Optional.empty(), Optional.of("cut off")),
                new StreamState("b", Duration.ofSeconds(1), Optional.empty(), Optional.empty()));
        assertThat(page)
                .anyMatch(line -> line.contains("reason=\"cut off\",state=\"unreadable\",stream=\"a\""))
                .anyMatch(line -> line.contains("state=\"empty\",stream=\"b\""));
    }

    @Test
    void leavesOutSeriesAboveTheLimitAndCountsThem() {
        List<Fields> interfaces = IntStream.range(0, LIMIT + 7)
                .mapToObj(i ->
                        Fields.builder().put("name", "veth" + i).put("up", true).build())
                .toList();
        List<String> page = page(Captured.fresh(
                "network", Fields.builder().put("interfaces", interfaces).build()));
        assertThat(page.stream().filter(line -> line.startsWith("node_network_up{")))
                .hasSize(LIMIT);
        assertThat(sample(page, "hostpulse_scrape_series_dropped{metric=\"node_network_up\"}"))
                .isEqualTo("7.0");
    }

    @Test
    void showsTheUsersOwnValuesWithTheirLabels() {
        List<String> page = page(Captured.fresh("orders", fields("""
                        {"status":200,"response_time_ms":12.5,"values":{"depth":3,"open":true,"note":"x"},
                         "series":{"jobs":[{"labels":{"queue":"a\\"b","stream":"mine"},"value":4}]}}""")));
        assertThat(page)
                .contains("hostpulse_value{name=\"depth\",stream=\"orders\"} 3.0")
                .contains("hostpulse_value{name=\"open\",stream=\"orders\"} 1.0")
                .contains(
                        "hostpulse_value{exported_stream=\"mine\",name=\"jobs\",queue=\"a\\\"b\",stream=\"orders\"} 4.0")
                .contains("hostpulse_http_response_seconds{stream=\"orders\"} 0.0125")
                .noneMatch(line -> line.contains("name=\"note\""));
    }

    @Test
    void survivesValuesThatNoCounterCanHaveAndLabelsThatHaveNoForm() {
        List<String> page = page(
                Captured.fresh("network", fields("{\"interfaces\":[{\"name\":\"e\",\"bytes_sent\":-1}]}")),
                Captured.fresh(
                        "mine",
                        fields("{\"series\":{\"a\":[{\"labels\":{\"x-y\":\"1\",\"__n\":\"2\"},\"value\":4}]}}")));
        assertThat(page).noneMatch(line -> line.startsWith("node_network_transmit_bytes_total{"));
        assertThat(page).anyMatch(line -> line.startsWith("hostpulse_value{"));
    }

    @Test
    void showsAlertsWithTheirSeverityAndWhetherSomebodyLooksAfterThem() {
        Alert alert = alert(AlertState.ACKNOWLEDGED);
        List<String> page = page(new HostState(NOW, List.of(), List.of(alert), true));
        String labels = "{acknowledged=\"true\",alertname=\"disk_full\",component=\"disk\",dimension=\"path=/\","
                + "metric=\"percentage\",severity=\"critical\"}";
        assertThat(sample(page, "hostpulse_alert_firing" + labels)).isEqualTo("1.0");
        assertThat(sample(page, "hostpulse_alert_since_seconds" + labels)).isEqualTo("1.73589933E9");
        assertThat(sample(page, "hostpulse_alerts{severity=\"critical\"}")).isEqualTo("1.0");
        assertThat(sample(page, "hostpulse_alerts{severity=\"warning\"}")).isEqualTo("0.0");
    }

    @Test
    void saysThatNobodyLooksWhenTheAlerterIsGoneAndCountsNoZero() {
        List<String> page = page(new HostState(NOW, List.of(), List.of(), false));
        assertThat(sample(page, "hostpulse_alerter_up")).isEqualTo("0.0");
        assertThat(page).noneMatch(line -> line.startsWith("hostpulse_alerts{"));
    }

    /** Every line of the tables leads somewhere, unless this machine has no such thing. */
    @Test
    void everyRowOfTheTablesFindsItsFieldInARealRecord() throws IOException {
        for (Row row : Mapping.all()) {
            if (Captured.streams().contains(row.stream()) && !isOfOthers(row)) {
                int[] found = {0};
                row.path().visit(Captured.record(row.stream()), (value, place) -> found[0]++);
                assertThat(found[0]).as(row.source()).isPositive();
            }
        }
    }

    /** Fields that only other machines or other settings have. */
    private static boolean isOfOthers(Row row) {
        return List.of(
                                "cgroup.",
                                "systemd.",
                                "watched[]",
                                "processes[].trend.",
                                "processes[].restarts",
                                "users.",
                                "swap.percentage",
                                "speed_mbps")
                        .stream()
                        .anyMatch(row.path().toString()::contains)
                || row.path().toString().contains("counters.");
    }

    private static Alert alert(AlertState state) {
        return new Alert(
                "0123456789ab",
                new AlertKey("disk_full", "path=/"),
                "disk",
                "percentage",
                AlertLevel.CRITICAL,
                state,
                Measured.of(97, 95),
                "Disk full",
                NOW,
                NOW,
                OptionalLong.empty(),
                false,
                Optional.empty(),
                List.of(),
                Map.of());
    }

    @Test
    void takesAMissingLabelForNone() {
        Fields mount = Fields.builder()
                .put("path", "/mnt")
                .put("device", new Value.Missing("no mount"))
                .put("total", 5)
                .build();
        List<String> page = page(Captured.fresh(
                "disk", Fields.builder().put("mounts", List.of(mount)).build()));
        assertThat(page).contains("node_filesystem_size_bytes{mountpoint=\"/mnt\"} 5.0");
    }
}
