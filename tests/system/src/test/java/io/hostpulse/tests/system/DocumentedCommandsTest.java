package io.hostpulse.tests.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs what the documents tell people to type, in the order in which they would. */
class DocumentedCommandsTest {

    private static final Pattern BASH = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);

    /** This very test runs inside it. */
    private static final String EVERY_TEST = "mvn verify";

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/OPERATIONS.md", "docs/SECURITY.md", "CONTRIBUTING.md"})
    void commandsDoWhatTheyPromise(String document) throws IOException {
        Script script = new Script(home);
        Map<String, String> here =
                Map.of("HOSTPULSE_DATA", home.resolve("data").toString(), "HOSTPULSE_BROKER_PORT", "0");
        try {
            for (String command : commands(document)) {
                Script.Result result = script.run(Duration.ofMinutes(3), here, List.of("bash", "-c", command));
                assertThat(result.exitCode())
                        .as("%s%n%s", command, result.all())
                        .isZero();
            }
        } finally {
            script.hostpulse("down", "--data", home.resolve("data").toString());
        }
    }

    @Test
    void thePythonExampleReceivesData() throws IOException {
        List<String> probe = List.of("/usr/bin/python3", "-c", "import websockets");
        Script script = new Script(home);
        assumeTrue(
                Files.isExecutable(Path.of(probe.get(0)))
                        && script.run(Duration.ofSeconds(20), Map.of(), probe).exitCode() == 0,
                "skipped: python3-websockets is not installed");
        try (Hostpulse hostpulse = Hostpulse.start(home)) {
            String example = block("python").replace("127.0.0.1:8765", "127.0.0.1:" + hostpulse.port());
            // It runs until it is ended.
            Script.Result result =
                    script.run(Duration.ofSeconds(5), Map.of(), List.of("/usr/bin/python3", "-u", "-c", example));
            assertThat(result.out()).as(result.all()).containsPattern("(?m)^\\d{4}-.*Z \\d+\\.\\d+$");
        }
    }

    @Test
    void theJavaScriptExampleReceivesData() throws IOException {
        List<String> node = List.of("/usr/bin/env", "node", "--experimental-websocket", "-e");
        Script script = new Script(home);
        List<String> probe = with(node, "process.exit(typeof WebSocket === 'function' ? 0 : 1)");
        assumeTrue(
                script.run(Duration.ofSeconds(20), Map.of(), probe).exitCode() == 0,
                "skipped: there is no node with a WebSocket");
        try (Hostpulse hostpulse = Hostpulse.start(home)) {
            String example = block("javascript").replace("127.0.0.1:8765", "127.0.0.1:" + hostpulse.port());
            Script.Result result = script.run(Duration.ofSeconds(5), Map.of(), with(node, example));
            assertThat(result.out())
                    .as(result.all())
                    .containsPattern("(?m)^cpu \\d+\\.?\\d* %  memory \\d+\\.?\\d* %$");
        }
    }

    /** Each block is one script, with an alert to act on. */
    @Test
    void theCurlExamplesAreAnswered() throws IOException {
        String alert = "alerts.rules.any_memory.";
        try (Hostpulse hostpulse = Hostpulse.start(home, alert + "metric=memory.percentage", alert + "warning=0.001")) {
            Script script = new Script(home);
            String there = "127.0.0.1:" + hostpulse.port();
            Await.until("an alert is on", Duration.ofSeconds(30), () -> script.run(
                            Duration.ofSeconds(20),
                            Map.of(),
                            List.of("curl", "-sS", "http://" + there + "/api/alerts?state=active"))
                    .out()
                    .contains("\"id\""));
            for (String block : BASH.matcher(read("docs/REST.md"))
                    .results()
                    .map(found -> found.group(1))
                    .toList()) {
                Script.Result result = script.run(
                        Duration.ofMinutes(2),
                        Map.of(),
                        List.of("bash", "-euc", block.replace("127.0.0.1:8765", there)));
                assertThat(result.exitCode()).as("%s%n%s", block, result.all()).isZero();
            }
        }
    }

    private static List<String> with(List<String> command, String last) {
        return Stream.concat(command.stream(), Stream.of(last)).toList();
    }

    private static List<String> commands(String document) throws IOException {
        Stream<String> blocks = BASH.matcher(read(document)).results().map(found -> found.group(1));
        return blocks.flatMap(String::lines)
                .map(line -> line.replaceFirst("\\s+#.*", "").strip())
                .filter(line -> !line.isEmpty() && !line.equals(EVERY_TEST))
                .toList();
    }

    private static String block(String language) throws IOException {
        return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(read("README.md"))
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String read(String document) throws IOException {
        return Files.readString(Script.PROJECT.resolve(document));
    }
}
