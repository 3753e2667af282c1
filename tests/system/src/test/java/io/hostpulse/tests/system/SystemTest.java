package io.hostpulse.tests.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.common.model.Value;
import io.hostpulse.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole thing as its users have it: real processes, real hardware, real sockets, started by the real script. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SystemTest {

    /** Those that every host has. */
    private static final List<String> SOURCES =
            List.of("processor", "memory", "disk", "network", "system", "process", "pipeline");

    private static final String MEMORY = "collector-memory";

    @TempDir
    private static Path home;

    private static Sightings elsewhere;
    private static Hostpulse hostpulse;

    @BeforeAll
    static void start() throws IOException {
        elsewhere = Sightings.before(home);
        hostpulse = Hostpulse.start(home);
    }

    @AfterAll
    static void stop() {
        hostpulse.close();
    }

    @Test
    void runsEveryProcessAndSaysSo() {
        Json status = hostpulse.status();
        String sensors = hostpulse.process("collector-sensors").at("state").text();
        assertThat(sensors).as("a host need not have sensors").isIn("running", "absent");
        assertThat(status.at("running").flag()).isTrue();
        String gpu = hasGpu() ? "running" : "absent";
        assertThat(status.at("processes").list())
                .extracting(process ->
                        process.at("name").text() + " " + process.at("state").text())
                .containsExactly(
                        "collector-processor running",
                        "collector-memory running",
                        "collector-disk running",
                        "collector-gpu " + gpu,
                        "collector-network running",
                        "collector-system running",
                        "collector-process running",
                        "collector-sensors " + sensors,
                        "collector-pipeline running",
                        "alerter running",
                        "exporter running",
                        "broker running");
        Await.until(
                "every stream has records",
                Duration.ofSeconds(10),
                () -> streams().size() >= SOURCES.size());
        String table = hostpulse.command("status").out();
        assertThat(table)
                .contains(headline(gpu, sensors))
                .contains("collector-network")
                .doesNotContain("\u001b[");
    }

    private static boolean hasGpu() {
        return Json.parse(hostpulse.command("gpu", "--json").out())
                .at("available")
                .flag();
    }

    @Test
    void saysWhyThereIsNoGpuWithoutLookingLikeAFailure() {
        assumeTrue(!hasGpu(), "skipped: this host has a GPU");
        Json gpu = hostpulse.process("collector-gpu");
        assertThat(gpu.at("state").text()).isEqualTo("absent");
        assertThat(gpu.at("condition").text()).startsWith("no GPU found: nvml: ");
        assertThat(hostpulse.command("status").out())
                .containsPattern("collector-gpu +absent .*no GPU found: nvml: .*next start in ");
        Script.Result look = hostpulse.command("gpu");
        assertThat(look.exitCode()).as(look.all()).isZero();
        assertThat(look.out()).startsWith("No GPU found: GPU monitoring is not available on this host\n");
    }

    private static String headline(String... needNotBeHere) {
        long absent = Stream.of(needNotBeHere).filter("absent"::equals).count();
        return (12 - absent) + " of 12 processes running" + (absent == 0 ? ", " : " (" + absent + " absent), ");
    }

    @Test
    void saysWhyThereAreNoSensorsWithoutLookingLikeAFailure() {
        Json sensors = hostpulse.process("collector-sensors");
        assumeTrue(sensors.at("state").text().equals("absent"), "skipped: this host has sensors");
        assertThat(sensors.at("condition").text()).startsWith("this host shows no sensor");
        assertThat(hostpulse.command("status").out())
                .containsPattern("collector-sensors +absent .*this host shows no sensor.*next start in ");
    }

    private static List<Json> streams() {
        return hostpulse.status().at("streams").list();
    }

    @Test
    void measuresWhatTheKernelSays() throws IOException {
        try (LiveClient client = new LiveClient(hostpulse.websocket())) {
            client.send("{\"type\":\"subscribe\",\"streams\":[\"*\"]}");
            Json data = client.next(
                            "monitoring_data", message -> SOURCES.stream().allMatch(message.at("data")::has))
                    .at("data");
            Map<String, Long> meminfo = Proc.meminfo();
            assertThat(data.at("memory.total").whole()).isEqualTo(meminfo.get("MemTotal"));
            assertThat((double) data.at("memory.available").whole())
                    .isCloseTo(meminfo.get("MemAvailable"), within(0.1 * meminfo.get("MemTotal")));
            assertThat(data.at("memory.percentage").number()).isBetween(0.0, 100.0);
            assertThat(data.at("processor.logical_count").whole()).isEqualTo(Proc.cores());
            assertThat(data.at("processor.per_core_usage").list()).hasSize((int) Proc.cores());
            assertThat(data.at("processor.usage_percent").number()).isBetween(0.0, 100.0);
            assertThat(data.at("processor.load_1m").number()).isCloseTo(Proc.load(), within(5.0));
            long total = Files.getFileStore(Path.of("/")).getTotalSpace();
            assertThat(data.at("disk.total").whole()).isEqualTo(total);
            assertThat(data.at("disk.percentage").number()).isBetween(0.0, 100.0);
            assertThat(data.at("network.interfaces").list())
                    .extracting(network -> network.at("name").text())
                    .containsExactlyInAnyOrderElementsOf(Proc.interfaces());
            assertThat(data.at("system.hostname").text()).isEqualTo(Proc.hostname());
            assertThat(data.at("system.uptime_seconds").number()).isCloseTo(Proc.uptime(), within(30.0));
        }
    }

    @Test
    void sendsEveryTickOnceAndInOrder() {
        try (LiveClient client = new LiveClient(hostpulse.websocket())) {
            long tick = client.next("monitoring_data").at("tick").whole();
            for (int i = 1; i <= 6; i++) {
                assertThat(client.next("monitoring_data").at("tick").whole()).isEqualTo(tick + i);
            }
            client.send("{\"type\":\"get_status\",\"id\":\"a\"}");
            assertThat(client.next("status").at("id").text()).isEqualTo("a");
        }
    }

    @Test
    void servesAPythonClient() {
        Script script = new Script(home);
        List<String> probe = List.of("/usr/bin/python3", "-c", "import websockets");
        assumeTrue(Files.isExecutable(Path.of(probe.get(0))), "skipped: there is no /usr/bin/python3");
        assumeTrue(
                script.run(Duration.ofSeconds(20), Map.of(), probe).exitCode() == 0,
                "skipped: python3-websockets is not installed");
        String client = """
                import asyncio, json, sys, websockets
                async def main():
                    async with websockets.connect(sys.argv[1]) as socket:
                        print(json.loads(await socket.recv())["type"])
                        print(json.loads(await socket.recv())["data"]["memory"]["total"])
                        await socket.send('{"type": "ping"}')
                        while True:
                            message = json.loads(await socket.recv())
                            if message["type"] == "pong":
                                break
                        print(message["type"])
                asyncio.run(main())
                """;
        Script.Result result = script.run(
                Duration.ofSeconds(30),
                Map.of(),
                List.of("/usr/bin/python3", "-c", client, hostpulse.websocket().toString()));
        assertThat(result.exitCode()).as(result.all()).isZero();
        assertThat(result.out().lines())
                .containsExactly("connection", Proc.meminfo().get("MemTotal").toString(), "pong");
    }

    @Test
    void readsStreamsFromTheTerminalWhileTheyAreWritten() {
        Script.Result tail = hostpulse.command("tail", "memory", "-n", "3", "--json");
        assertThat(tail.exitCode()).as(tail.all()).isZero();
        List<Json> records = tail.out().lines().map(Json::parse).toList();
        assertThat(records).hasSize(3);
        assertThat(records.get(0).at("data.total").whole())
                .isEqualTo(Proc.meminfo().get("MemTotal"));
        assertThat(hostpulse.command("tail", "memroy").exitCode()).isNotZero();
        assertThat(hostpulse.command("tail", "memroy").err()).contains("memory");
    }

    @Test
    void watchesItselfAndSaysSoInTheTerminal() {
        Await.until("two readings of itself", Duration.ofSeconds(20), SystemTest::isMeasured);
        Script.Result memory = hostpulse.command("memory");
        assertThat(memory.exitCode()).as(memory.all()).isZero();
        assertThat(memory.out().lines().toList())
                .hasSizeGreaterThanOrEqualTo(2 + SOURCES.size() + 1)
                .anyMatch(line -> line.matches("broker +running .* MB .*"))
                .anyMatch(line -> line.matches("collector-pipeline +running .* MB .*"));
        Json broker = self("broker");
        assertThat(broker.at("pid").whole())
                .isEqualTo(hostpulse.process("broker").at("pid").whole());
        assertThat((double) broker.at("rss").whole())
                .isCloseTo(Proc.resident(broker.at("pid").whole()), within(32e6));
        assertThat(broker.at("heap_used").whole())
                .isBetween(1L, broker.at("heap_max").whole());
        assertThat(broker.at("java_threads").whole())
                .isBetween(1L, broker.at("thread_count").whole());
        assertThat(broker.at("connections").whole()).isPositive();
        assertThat(broker.at("counters.records_total").whole()).isPositive();
        assertThat(broker.at("heartbeat_age_seconds").number()).isLessThan(5);
        assertThat(hostpulse.command("memory", "broker").out()).contains("heap committed");
        assertThat(hostpulse.command("memory", "borker").err()).contains("did you mean 'broker'?");
    }

    private static boolean isMeasured() {
        Json memory = memory();
        return memory.has("data")
                && memory.at("data.pss").value() instanceof Value.Whole
                && memory.at("data.processes").list().size() > SOURCES.size();
    }

    private static Json memory() {
        String json = hostpulse.command("memory", "--json").out();
        return Json.parse(json.isBlank() ? "{}" : json);
    }

    private static Json self(String process) {
        return Json.parse(hostpulse.command("memory", process, "--json").out()).at("process");
    }

    @Test
    void collectsTheGarbageOfAProcessThatIsAsked() throws IOException {
        for (String process : List.of("broker", MEMORY)) {
            Script.Result collected = hostpulse.command("memory", "--gc", process, "--json");
            assertThat(collected.exitCode()).as(collected.all()).isZero();
            Json report = Json.parse(collected.out());
            assertThat(report.at("heap_before").whole()).isPositive();
            assertThat(report.at("heap_after").whole()).isPositive();
            assertThat(report.at("memory_freed").whole()).isNotNegative();
            assertThat(report.at("rss_after").whole()).isPositive();
            assertThat(report.at("duration_ms").number()).isPositive();
            assertThat(Files.readString(hostpulse.data().resolve("logs/" + process + ".log")))
                    .contains("garbage was collected because somebody asked for it");
        }
        Script.Result unknown = hostpulse.command("memory", "--gc", "collector-abacus");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("there is no process 'collector-abacus'");
        try (Stream<Path> files = Files.list(hostpulse.data().resolve("run"))) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains(".gc-"));
        }
    }

    @Test
    void refusesASecondInstanceOnTheSameData() {
        Script.Result second = hostpulse.command("up", "-d");
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).contains("already runs");
    }

    @Test
    void reportsEveryMistakeInTheConfigurationAndStartsNothing() {
        Script.Result up = new Script(home)
                .hostpulse(
                        "up",
                        "-d",
                        "--data",
                        home.resolve("other").toString(),
                        "--set",
                        "broker.prot=1",
                        "--set",
                        "sources.disk.interval=5x");
        assertThat(up.exitCode()).isEqualTo(2);
        assertThat(up.err())
                .contains("--set broker.prot=…: unknown key 'prot'; did you mean 'port'?")
                .contains("'5x' is not a time");
        assertThat(home.resolve("other/run")).doesNotExist();
    }

    @Test
    void aKilledCollectorComesBackWithoutAHole() {
        Json before = hostpulse.process(MEMORY);
        try (LiveClient client = new LiveClient(hostpulse.websocket())) {
            client.next("monitoring_data");
            long killedAt = memorySequence(client.next("monitoring_data"));
            ProcessHandle.of(before.at("pid").whole()).orElseThrow().destroyForcibly();

            Json meanwhile = client.next("monitoring_data", message -> memoryAge(message) >= 500);
            assertThat(meanwhile.at("data").has("memory"))
                    .as("its last data stay, with their age")
                    .isTrue();
            client.next("monitoring_data", message -> memorySequence(message) > killedAt + 3);
        }
        Json after = hostpulse.process(MEMORY);
        assertThat(after.at("pid").whole()).isNotEqualTo(before.at("pid").whole());
        assertThat(after.at("restarts").whole()).isEqualTo(before.at("restarts").whole() + 1);
        List<Long> written = SeenRecords.sequences(hostpulse.data(), "memory");
        assertThat(written)
                .isEqualTo(LongStream.rangeClosed(1, written.size()).boxed().toList());
    }

    private static long memorySequence(Json message) {
        return message.at("streams.memory.sequence").whole();
    }

    private static long memoryAge(Json message) {
        return message.at("streams.memory.age_ms").whole();
    }

    @Test
    @Order(Integer.MAX_VALUE - 2)
    void callsNobodyAndWritesNowhereElse() throws IOException {
        assertThat(Sightings.socketsToElsewhere(hostpulse.pids())).isEmpty();
        assertThat(elsewhere.newFiles()).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void logsNoWarningOnAGoodDay() throws IOException {
        try (Stream<Path> logs = Files.list(hostpulse.data().resolve("logs"))) {
            for (Path log :
                    logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                if (!log.endsWith("supervisor.log")) {
                    assertThat(Files.readString(log))
                            .as(log.toString())
                            .doesNotContain(" ERROR ", " WARN ", "Exception");
                }
            }
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void leavesNoProcessAndNoLockBehind() throws IOException {
        List<Long> running = hostpulse.pids();
        assertThat(running).hasSizeGreaterThanOrEqualTo(SOURCES.size() + 1);
        Script.Result down = hostpulse.command("down");
        assertThat(down.exitCode()).as(down.all()).isZero();
        assertThat(hostpulse.pids()).isEmpty();
        try (Stream<Path> files = Files.list(hostpulse.data().resolve("run"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".ready") || name.endsWith(".port"));
        }
        assertThat(hostpulse.command("status").exitCode()).isEqualTo(1);
        hostpulse = Hostpulse.start(home);
        assertThat(hostpulse.status().at("running").flag())
                .as("starts again on the same data")
                .isTrue();
    }
}
