package io.hostpulse.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.hostpulse.testkit.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user's own sources in a whole system, from a server, a program and a file to the terminal. */
class OwnSourcesTest {

    private static final byte[] HEALTH = "{\"queue\":{\"depth\":17}}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path home;

    @Test
    void appearBesideTheOthers() throws IOException {
        Path files = Files.createDirectory(home.resolve("files"));
        Files.writeString(files.resolve("backup.prom"), "backup_bytes 1500\n");
        HttpServer server = server();
        try (Hostpulse hostpulse = Hostpulse.start(
                home,
                "sources.orders_api.type=http",
                "sources.orders_api.url=http://127.0.0.1:" + server.getAddress().getPort() + "/health",
                "sources.orders_api.allow_private=true",
                "sources.orders_api.metrics.depth=$.queue.depth",
                "sources.answer.type=command",
                "sources.answer.command=echo,answer=42",
                "sources.jobs.type=textfile",
                "sources.jobs.directory=" + files)) {
            assertThat(firstRecord(hostpulse, "orders_api")).contains("\"status\":200", "\"values\":{\"depth\":17}");
            assertThat(firstRecord(hostpulse, "answer")).contains("\"exit_code\":0", "\"values\":{\"answer\":42}");
            assertThat(firstRecord(hostpulse, "jobs")).contains("\"values\":{\"backup_bytes\":1500}");
        } finally {
            server.stop(0);
        }
    }

    private static String firstRecord(Hostpulse hostpulse, String stream) {
        Await.until(stream + " has a record", Duration.ofSeconds(30), () -> !last(hostpulse, stream)
                .isEmpty());
        return last(hostpulse, stream);
    }

    private static String last(Hostpulse hostpulse, String stream) {
        return hostpulse.command("tail", stream, "-n", "1", "--json").out();
    }

    private static HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(200, HEALTH.length);
            exchange.getResponseBody().write(HEALTH);
            exchange.close();
        });
        server.start();
        return server;
    }
}
