package io.hostpulse.tests.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard as people have it: a real browser on a real Hostpulse. What it tries stands in dashboard/src/test/browser. */
@Tag("browser")
class DashboardInBrowserTest {

    private static final Path DASHBOARD = Script.PROJECT.resolve("dashboard");

    @TempDir
    Path home;

    @BeforeEach
    void needsABrowserAndThePage() {
        assumeTrue(Files.isExecutable(browser()), "skipped: there is no Chromium (Debian: apt-get install chromium)");
        assumeTrue(
                Files.exists(DASHBOARD.resolve("target/classes/io/hostpulse/dashboard/index.html")),
                "skipped: the dashboard was not built, because there is no Node");
    }

    @Test
    void worksInABrowser() throws IOException {
        try (Hostpulse hostpulse = Hostpulse.start(home, "broker.port=" + freePort())) {
            passes("browser", hostpulse, Map.of());
        }
    }

    @Test
    void letsPeopleInWithRealTokensAndViewersChangeNothing() throws IOException {
        try (Hostpulse hostpulse = Hostpulse.start(home, "broker.port=" + freePort(), "broker.auth=all")) {
            passes(
                    "browser:access",
                    hostpulse,
                    Map.of(
                            "DASHBOARD_OPERATOR",
                            token(hostpulse, "ann", "operator"),
                            "DASHBOARD_VIEWER",
                            token(hostpulse, "screen", "viewer")));
        }
    }

    private void passes(String script, Hostpulse hostpulse, Map<String, String> more) throws IOException {
        Map<String, String> environment = new TreeMap<>(more);
        environment.put("DASHBOARD_URL", "http://127.0.0.1:" + hostpulse.port());
        environment.put(
                "DASHBOARD_SCRIPT", Script.PROJECT.resolve("scripts/hostpulse").toString());
        environment.put("DASHBOARD_DATA", hostpulse.data().toString());
        environment.put(
                "DASHBOARD_SHOTS",
                Files.createDirectories(DASHBOARD.resolve("target/screenshots")).toString());
        environment.put("DASHBOARD_CHROMIUM", browser().toString());
        Script.Result result = new Script(home)
                .run(
                        Duration.ofMinutes(12),
                        environment,
                        List.of("npm", "--prefix", DASHBOARD.toString(), "run", "--silent", script));
        assertThat(result.exitCode()).as(result.all()).isZero();
    }

    /** The broker reads a new one within half a second; the browser takes longer to start. */
    private static String token(Hostpulse hostpulse, String name, String role) {
        Script.Result made = hostpulse.command("token", "create", name, "--role", role);
        assertThat(made.exitCode()).as(made.err()).isZero();
        return made.out().strip();
    }

    private static Path browser() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of("/usr/bin/chromium"));
    }

    /** The page comes back to the address that it knows, so the broker must have the same one after its restart. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
