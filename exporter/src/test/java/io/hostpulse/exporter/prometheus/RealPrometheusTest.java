package io.hostpulse.exporter.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.testkit.Await;
import io.hostpulse.testkit.ServerProgram;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real Prometheus, where it is installed: what it asks for arrives, and its queries find it. */
@Timeout(120)
class RealPrometheusTest {

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private ScrapedHost host;
    private ServerProgram prometheus;
    private int port;

    @BeforeEach
    void start() throws Exception {
        Path program = ServerProgram.find("prometheus", "prometheus");
        host = new ScrapedHost(directory.resolve("data"));
        host.writeMemory(5000);
        host.fire("disk_full");
        host.start(0);
        port = ServerProgram.freePort();
        List<String> command = List.of(
                program.toString(),
                "--config.file=" + config(),
                "--storage.tsdb.path=" + directory.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + port);
        prometheus = new ServerProgram(
                command, directory.resolve("prometheus.log"), () -> !value("up").startsWith("not "));
        prometheus.start();
    }

    /** The example that is shipped, asked more often. */
    private Path config() throws IOException {
        String example = Files.readString(Path.of("../examples/prometheus/prometheus.yml"));
        assertThat(example).contains("127.0.0.1:9765").contains("scrape_interval: 15s");
        return Files.writeString(
                directory.resolve("prometheus.yml"),
                example.replace("127.0.0.1:9765", "127.0.0.1:" + host.port())
                        .replace("scrape_interval: 15s", "scrape_interval: 200ms")
                        .replaceAll("(?m)^rule_files:\\n(  - .*\\n)+", ""));
    }

    @AfterEach
    void stop() throws Exception {
        if (host != null) {
            host.close();
        }
        if (prometheus != null) {
            prometheus.close();
        }
    }

    @Test
    void findsValuesAndAlerts() throws Exception {
        awaitValue("node_memory_MemTotal_bytes{job=\"hostpulse\"}", "5000");
        awaitValue("hostpulse_alert_firing{alertname=\"disk_full\",severity=\"critical\"}", "1");
        awaitValue("up{job=\"hostpulse\"}", "1");
        awaitValue("hostpulse_stream_up{stream=\"memory\"}", "1");

        host.resolve("disk_full");
        host.step(10);
        awaitValue("hostpulse_stream_up{stream=\"memory\"}", "0");
        awaitValue("hostpulse_alert_firing", "");
        awaitValue("node_memory_MemTotal_bytes", "");
    }

    /** An empty value is no series at all. */
    private void awaitValue(String query, String expected) throws Exception {
        Await.until(query + " is '" + expected + "'", () -> value(query).equals(expected));
    }

    private String value(String query) throws Exception {
        URI uri = URI.create(
                "http://127.0.0.1:" + port + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        HttpResponse<byte[]> answer;
        try {
            answer = client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            return "not listening yet";
        }
        return answer.statusCode() == 200 ? value(new PayloadReader().read(answer.body())) : "not ready yet";
    }

    private static String value(Fields answer) {
        Fields data = (Fields) answer.values().get("data");
        List<? extends Value> result = ((Value.Sequence) data.values().get("result")).values();
        if (result.isEmpty()) {
            return "";
        }
        Value.Sequence pair = (Value.Sequence) ((Fields) result.get(0)).values().get("value");
        return ((Value.Text) pair.values().get(1)).value();
    }
}
