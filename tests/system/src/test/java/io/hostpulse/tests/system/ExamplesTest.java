package io.hostpulse.tests.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hostpulse.testkit.Await;
import io.hostpulse.testkit.ThisJvm;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs everything in examples/ against a real broker, as examples/README.md tells people to. */
class ExamplesTest {

    private static final List<String> STREAMS = List.of("memory", "processor");
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** Each one doubles the wait: eight seconds in all. */
    private static final int CUTS = 4;

    private static final List<String> NODE = List.of("/usr/bin/env", "node", "--experimental-websocket");
    private static final String PYTHON = "/usr/bin/python3";
    private static final String LIBRARIES = "examples/servlet/target/lib/*";
    private static final Path PAGE = Script.PROJECT.resolve("examples/javascript");
    private static final int SIGTERM = 128 + 15;

    /** The browser writes the page down when all of it is there, and this picture comes when a value is shown. */
    private static final String WATCHED = """
            <img src="/held"><script>
            new MutationObserver(() => /%/.test(document.getElementById('memory.percentage').textContent) && fetch('/shown'))
              .observe(document.body, { childList: true, subtree: true });
            </script>""";

    @TempDir
    private static Path home;

    private static Hostpulse hostpulse;
    private static HttpServer pages;

    @BeforeAll
    static void start() throws IOException {
        pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pages.setExecutor(Executors.newCachedThreadPool());
        pages.start();
        hostpulse = Hostpulse.start(home, "broker.port=" + freePort(), "broker.allowed_origins=" + page(""));
        awaitRecords();
    }

    private static void awaitRecords() {
        Await.until("records", LIMIT, () -> SeenRecords.areThere(hostpulse.data(), STREAMS));
    }

    private static String page(String path) {
        return "http://127.0.0.1:" + pages.getAddress().getPort() + path;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() {
        pages.stop(0);
        hostpulse.close();
    }

    private static boolean works(List<String> command, String last) {
        List<String> probe = Stream.concat(command.stream(), Stream.of(last)).toList();
        return new Script(home).run(Duration.ofSeconds(20), Map.of(), probe).exitCode() == 0;
    }

    private static List<String> with(List<String> command, String... more) {
        return Stream.concat(command.stream(), Stream.of(more)).toList();
    }

    @Test
    void javaScriptSeesEveryRecordOnce() throws Exception {
        List<String> probe = with(NODE, "-e");
        assumeTrue(
                works(probe, "process.exit(typeof WebSocket === 'function' ? 0 : 1)"),
                "skipped: there is no node with a WebSocket");
        seesEveryRecordOnce(with(NODE, "examples/javascript/watch.mjs"));
    }

    @Test
    void pythonSeesEveryRecordOnce() throws Exception {
        assumeTrue(Files.isExecutable(Path.of(PYTHON)), "skipped: there is no " + PYTHON);
        assumeTrue(works(List.of(PYTHON, "-c"), "import websockets"), "skipped: python3-websockets is not installed");
        seesEveryRecordOnce(List.of(PYTHON, "examples/python/watch.py"));
    }

    /** In three lives, the first of which is cut off again and again. */
    private static void seesEveryRecordOnce(List<String> program) throws Exception {
        long seed = System.nanoTime();
        System.out.println(CUTS + " cuts with seed " + seed);
        Path position = Files.createTempDirectory(home, "position").resolve("watch.json");
        SeenRecords seen = new SeenRecords();
        try (CuttingProxy proxy = new CuttingProxy(hostpulse.port(), CUTS, new Random(seed))) {
            for (int life = 1; life <= 3; life++) {
                List<String> command = with(
                        program,
                        proxy.websocket().toString(),
                        "--streams",
                        String.join(",", STREAMS),
                        "--since",
                        "1h",
                        "--position",
                        position.toString());
                try (ExampleProgram example = ExampleProgram.start(home, command)) {
                    Await.until("all cuts", Duration.ofMinutes(3), () -> proxy.left() == 0 || !example.isRunning());
                    awaitEverything(example);
                    example.stop(0);
                    assertThat(example.errors().contains("again in"))
                            .as(example.errors())
                            .isEqualTo(life == 1);
                    example.lines().forEach(seen::add);
                }
            }
        }
        seen.assertTheirNumbersAreTheQueues(hostpulse.data(), STREAMS);
    }

    private static void awaitEverything(ExampleProgram example) {
        Map<String, Long> newest = SeenRecords.newest(hostpulse.data(), STREAMS);
        Await.until("everything up to " + newest, LIMIT, () -> {
            SeenRecords printed = new SeenRecords();
            example.lines().forEach(printed::add);
            return printed.hasReached(newest) || !example.isRunning();
        });
    }

    @Test
    void theJavaExampleShowsTheMachine() throws Exception {
        List<String> command = List.of(
                ThisJvm.java(),
                "-cp",
                LIBRARIES,
                "examples/java/Watch.java",
                hostpulse.websocket().toString());
        try (ExampleProgram example = ExampleProgram.start(home, command)) {
            Await.until("two lines", LIMIT, () -> example.lines().size() >= 2 || !example.isRunning());
            example.stop(SIGTERM);
            assertThat(example.lines())
                    .as(example.errors())
                    .first()
                    .asString()
                    .matches("\\d{4}-.*Z  cpu \\d+\\.\\d+ %  memory \\d+\\.\\d+ %  first filesystem \\d+\\.\\d+ %");
            assertThat(example.errors()).startsWith("connected to ");
        }
    }

    /** With what a program around it has: a class, and imports. */
    @Test
    void theSnippetOfTheDocumentShowsTheMachine() throws Exception {
        String snippet = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Script.PROJECT.resolve("docs/CLIENTS.md")))
                .results()
                .map(found -> found.group(1)
                        .replace("ws://127.0.0.1:8765", hostpulse.websocket().toString()))
                .findFirst()
                .orElseThrow();
        Path program = home.resolve("Snippet.java");
        Files.writeString(
                program,
                "import io.hostpulse.client.*;\nimport io.hostpulse.client.message.*;\nimport java.net.URI;\nimport java.time.Duration;\n"
                        + "class Snippet {\n public static void main(String[] arguments) throws Exception {\n" + snippet
                        + "}\n}\n");
        try (ExampleProgram example =
                ExampleProgram.start(home, List.of(ThisJvm.java(), "-cp", LIBRARIES, program.toString()))) {
            Await.until("two lines", LIMIT, () -> example.lines().size() >= 2 || !example.isRunning());
            assertThat(example.lines()).as(example.errors()).first().asString().matches("\\d+\\.\\d+ %");
        }
    }

    @Test
    void thePageOfTheExamplesNamesWhatIsTriedHere() throws IOException {
        assertThat(Files.readString(Script.PROJECT.resolve("examples/README.md")))
                .contains("node --experimental-websocket examples/javascript/watch.mjs ws://127.0.0.1:8765")
                .contains("python3 examples/python/watch.py ws://127.0.0.1:8765")
                .contains("java -cp \"" + LIBRARIES + "\" examples/java/Watch.java ws://127.0.0.1:8765")
                .contains("java -cp \"examples/servlet/target/*:" + LIBRARIES
                        + "\" io.hostpulse.examples.servlet.BridgeMain 8080 ws://127.0.0.1:8765");
    }

    @Test
    void thePageShowsTheMachineInABrowser() throws Exception {
        Path browser = Path.of("/usr/bin/chromium");
        assumeTrue(Files.isExecutable(browser), "skipped: there is no Chromium (Debian: apt-get install chromium)");
        CountDownLatch shown = new CountDownLatch(1);
        serve("/hostpulse.mjs", "text/javascript", Files.readString(PAGE.resolve("hostpulse.mjs")));
        serve("/", "text/html", Files.readString(PAGE.resolve("index.html")).replace("</body>", WATCHED + "</body>"));
        pages.createContext("/shown", exchange -> {
            shown.countDown();
            answer(exchange, "text/plain", "seen");
        });
        pages.createContext("/held", exchange -> {
            await(shown);
            answer(exchange, "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        });
        Script.Result page = new Script(home)
                .run(
                        Duration.ofMinutes(1),
                        Map.of(),
                        List.of(
                                browser.toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--user-data-dir=" + Files.createTempDirectory(home, "chromium"),
                                "--dump-dom",
                                page("/?url=" + hostpulse.websocket())));
        assertThat(page.out())
                .as(page.all())
                .containsPattern("live from \\S+</p>")
                .containsPattern("<dd id=\"processor.usage_percent\"[^>]*>\\d+(\\.\\d+)? %</dd>")
                .containsPattern("<dd id=\"memory.percentage\"[^>]*>\\d+(\\.\\d+)? %</dd>");
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the page showed nothing within 30 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void serve(String path, String type, String text) {
        pages.createContext(path, exchange -> answer(exchange, type, text));
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void theServletsShowTheMachineAndSayWhenTheyCannot() throws Exception {
        List<String> command = List.of(
                ThisJvm.java(),
                "-cp",
                "examples/servlet/target/*" + File.pathSeparator + LIBRARIES,
                "io.hostpulse.examples.servlet.BridgeMain",
                "0",
                hostpulse.websocket().toString());
        try (ExampleProgram example = ExampleProgram.start(home, command)) {
            Await.until("its address", LIMIT, () -> !example.lines().isEmpty() || !example.isRunning());
            assertThat(example.lines()).as(example.errors()).hasSize(1);
            URI bridge = URI.create(example.lines().get(0));
            Await.until("data", LIMIT, () -> current(bridge).statusCode() == 200);
            Json now = Json.parse(current(bridge).body());
            assertThat(now.at("data.memory.total").whole())
                    .isEqualTo(Proc.meminfo().get("MemTotal"));
            assertThat(get(bridge, "").body()).contains("Hostpulse through a servlet");
            followTheBroker(bridge);
            example.stop(SIGTERM);
        }
    }

    /** Through its death and to the next one. */
    private static void followTheBroker(URI bridge) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> live = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(bridge.resolve("api/monitoring/live"))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        assertThat(live.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        try (Stream<String> lines = live.body()) {
            Iterator<String> events = lines.iterator();
            assertThat(events.next()).isEqualTo("event: connected");
            assertThat(Json.parse(after("event: monitoring_update", events))
                            .at("data")
                            .has("processor"))
                    .isTrue();
            ProcessHandle.of(hostpulse.process("broker").at("pid").whole())
                    .orElseThrow()
                    .destroyForcibly();
            assertThat(Json.parse(after("event: no_data", events)).at("error").text())
                    .isNotBlank();
            assertThat(current(bridge).statusCode()).isEqualTo(503);
            after("event: monitoring_update", events);
        }
        Await.until("data again", LIMIT, () -> current(bridge).statusCode() == 200);
    }

    private static String after(String event, Iterator<String> lines) {
        String line = lines.next();
        while (!line.equals(event)) {
            line = lines.next();
        }
        return lines.next().replaceFirst("data: ", "");
    }

    private static HttpResponse<String> current(URI bridge) {
        return get(bridge, "api/monitoring/current");
    }

    private static HttpResponse<String> get(URI bridge, String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(bridge.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
