package io.hostpulse.client.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.client.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real broker has said (its processes cut to two, names of people and programs changed), and what the protocol's page shows. */
class MessageReaderTest {

    private static Message read(String text) {
        return MessageReader.read(new JsonReader().read(text));
    }

    private static String captured(String name) throws IOException {
        try (InputStream text =
                Objects.requireNonNull(MessageReaderTest.class.getResourceAsStream("/captured/" + name), name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Snapshot machine() throws IOException {
        return (Snapshot) read(captured("monitoring_data.json"));
    }

    @Test
    void readsAWholeMachine() throws IOException {
        Snapshot machine = machine();
        assertThat(machine.isReplayed()).isFalse();
        assertThat(machine.skipped()).isZero();
        assertThat(machine.cursor()).isPresent();
        assertThat(machine.streams()).containsKeys("memory", "processor", "disk", "network", "system", "process");
        assertThat(machine.streams().get("memory").isStale()).contains(false);
        Memory memory = machine.memory().orElseThrow();
        assertThat(memory.total().orElseThrow())
                .isEqualTo(memory.used().orElseThrow() + memory.available().orElseThrow());
        assertThat(memory.percentage().orElseThrow()).isBetween(0.0, 100.0);
        Processor processor = machine.processor().orElseThrow();
        assertThat((long) processor.perCoreUsage().orElseThrow().size())
                .isEqualTo(processor.logicalCount().orElseThrow());
        assertThat(processor.usagePercent().orElseThrow()).isBetween(0.0, 100.0);
        assertThat(processor.load1m().isKnown()).isTrue();
    }

    @Test
    void readsListsOfThings() throws IOException {
        Snapshot machine = machine();
        Disk disk = machine.disk().orElseThrow();
        assertThat(disk.mounts().orElseThrow())
                .extracting(mount -> mount.path().orElseThrow())
                .contains("/");
        assertThat(disk.mounts().orElseThrow().get(0).isReadOnly().orElseThrow())
                .isFalse();
        assertThat(disk.devices().orElseThrow())
                .allSatisfy(device -> assertThat(device.name().isKnown()).isTrue());
        assertThat(machine.network().orElseThrow().interfaces().orElseThrow())
                .extracting(network -> network.name().orElseThrow())
                .contains("lo");
        OperatingSystem system = machine.system().orElseThrow();
        assertThat(system.osName().orElseThrow()).isEqualTo("Linux");
        assertThat(system.bootTime().orElseThrow()).isBefore(machine.timestamp());
        Processes processes = machine.processes().orElseThrow();
        assertThat(processes.topMemory().orElseThrow())
                .isNotEmpty()
                .allSatisfy(process -> assertThat(process.pid().orElseThrow()).isPositive());
    }

    @Test
    void saysWhyThereIsNoGpuAndNoClock() throws IOException {
        Snapshot machine = machine();
        assertThat(machine.gpu().whyMissing()).contains("this message has no stream 'gpu'");
        assertThat(machine.processor().flatMap(Processor::frequencyMax).whyMissing())
                .hasValueSatisfying(reason -> assertThat(reason).isNotBlank().isNotEqualTo("not reported"));
        assertThat(machine.number("processor.frequency_max").whyMissing())
                .isEqualTo(machine.processor().flatMap(Processor::frequencyMax).whyMissing());
    }

    @Test
    void findsFieldsThatNoTypeKnows() throws IOException {
        Snapshot machine = machine();
        assertThat(machine.number("disk.mounts[0].inodes_percentage").isKnown()).isTrue();
        assertThat(machine.number("system.kernel.context_switches_per_sec").isKnown())
                .isTrue();
        assertThat(machine.at("http-status.latency").whyMissing()).contains("this message has no stream 'http-status'");
        assertThat(machine.at("memory").whyMissing()).contains("'memory' is no field: write stream.field");
    }

    @Test
    void readsGraphicsCardsAndSensors() {
        Snapshot snapshot = (Snapshot) read("""
                {"type":"monitoring_data","timestamp":"2026-01-03T10:15:30.500000Z","tick":1,"data":{
                 "gpu":{"count":1,"gpus":[{"id":0,"name":"A card","driver_version":"580.1","memory_total":10737418240,
                   "gpu_usage_percent":45.0,"temperature":65.0,"power_draw":null}],
                   "missing":{"gpus[0].power_draw":"not measured by this card"}},
                 "sensors":{"temperature_max":61.0,"temperatures":[{"chip":"coretemp","label":"Package","temperature":61.0}],
                   "fans":[{"chip":"nct","label":"1","speed":900}]}},
                 "streams":{"gpu":{"sequence":3,"timestamp":"2026-01-03T10:15:30.000000Z","age_ms":500,"stale":false}},
                 "no_data":{"disk":{"state":"unavailable","reason":"no disk space: 412 MB free, 500 MB needed"}}}""");
        GraphicsCard card = snapshot.gpu().orElseThrow().cards().orElseThrow().get(0);
        assertThat(card.usagePercent().orElseThrow()).isEqualTo(45.0);
        assertThat(card.powerDraw().whyMissing()).contains("not measured by this card");
        assertThat(card.memoryUsed().whyMissing()).contains("there is no field 'gpus[0].memory_used'");
        assertThat(snapshot.sensors()
                        .flatMap(Sensors::temperatures)
                        .orElseThrow()
                        .get(0)
                        .label()
                        .orElseThrow())
                .isEqualTo("Package");
        assertThat(snapshot.sensors()
                        .flatMap(Sensors::fans)
                        .orElseThrow()
                        .get(0)
                        .speed()
                        .orElseThrow())
                .isEqualTo(900.0);
        assertThat(snapshot.disk().whyMissing()).contains("unavailable: no disk space: 412 MB free, 500 MB needed");
        assertThat(snapshot.cursor()).isEmpty();
    }

    @Test
    void readsAlerts() {
        AlertChange change = (AlertChange) read("""
                {"type":"alert","timestamp":"2026-01-03T10:15:31.000000Z","event":"fired","reason":"","sequence":37,
                 "alert":{"id":"1b745747d391","component":"memory","metric":"percentage","value":85.5,"threshold":80.0,"level":"WARNING",
                   "state":"firing","message":"High memory usage: 85.5% (threshold: 80.0%)","timestamp":"2026-01-03T10:15:31.000000Z",
                   "since":"2026-01-03T10:15:31.000000Z","rule":"memory","flapping":false,"notes":[],"labels":{"team":"web"}}}""");
        assertThat(change.event()).isEqualTo("fired");
        assertThat(change.sequence()).isEqualTo(37);
        assertThat(change.alert().value().orElseThrow()).isEqualTo(85.5);
        assertThat(change.alert().since().orElseThrow()).isEqualTo(Instant.parse("2026-01-03T10:15:31Z"));
        assertThat(change.alert().fields().text("labels.team").orElseThrow()).isEqualTo("web");
    }

    @Test
    void anAlertAboutDataThatDoesNotComeHasNoValue() {
        Snapshot snapshot = (Snapshot) read("""
                {"type":"monitoring_data","timestamp":"2026-01-03T10:15:30.500000Z","tick":1,"data":{},"streams":{},"no_data":{},
                 "alerts":[{"id":"a","component":"disk","metric":"stale","level":"CRITICAL","state":"firing","message":"no data",
                 "rule":"disk_stale"}]}""");
        assertThat(snapshot.alerts()).hasSize(1);
        assertThat(snapshot.alerts().get(0).value().isKnown()).isFalse();
    }

    @Test
    void readsEverythingElse() {
        assertThat(read("{\"type\":\"goodbye\",\"message\":\"it stops\",\"reconnect_in_ms\":3127}"))
                .isEqualTo(new Goodbye("it stops", Duration.ofMillis(3127)));
        assertThat(read("{\"type\":\"error\",\"message\":\"no\",\"code\":\"BUSY\",\"id\":\"x\"}"))
                .isEqualTo(new ServerError("BUSY", "no", Optional.empty()));
        assertThat(read("{\"type\":\"pong\"}")).isEqualTo(new Message.Other("pong"));
        Subscribed subscribed = (Subscribed)
                read(
                        "{\"type\":\"subscribed\",\"streams\":[\"memory\"],\"interval\":0.5,\"delta\":true,"
                                + "\"alerts\":true,\"recovered\":false,\"reasons\":[\"memory: gone\"],\"ignored\":[\"sinse\"]}");
        assertThat(subscribed)
                .isEqualTo(new Subscribed(
                        List.of("memory"),
                        Duration.ofMillis(500),
                        true,
                        true,
                        Optional.of(false),
                        List.of("memory: gone"),
                        List.of("sinse")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":1}",
                "{\"type\":\"monitoring_data\"}",
                "{\"type\":\"monitoring_data\",\"timestamp\":\"soon\",\"tick\":1}",
                "{\"type\":\"connection\"}",
                "{\"type\":\"alert\",\"event\":\"fired\",\"sequence\":1,\"timestamp\":\"2026-01-03T10:15:31Z\",\"alert\":{}}"
            })
    void refusesWhatTheProtocolDoesNotPromise(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(MessageFormatException.class);
    }
}
