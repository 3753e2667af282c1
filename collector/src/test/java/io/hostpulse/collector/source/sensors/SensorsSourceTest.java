package io.hostpulse.collector.source.sensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.collector.source.patience.PatientAsker;
import io.hostpulse.collector.source.system.Groups;
import io.hostpulse.collector.source.text.Globs;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import oshi.SystemInfo;

@Timeout(60)
class SensorsSourceTest {

    @TempDir
    Path root;

    private SysTree tree;

    @BeforeEach
    void open() {
        tree = new SysTree(root);
    }

    @Test
    void isAbsentWhereNothingMeasures() {
        assertThatThrownBy(this::source)
                .isInstanceOf(SourceAbsentException.class)
                .hasMessageContaining(root.resolve("class").toString());
    }

    @Test
    void sortsWhatIsThereByWhatItMeasures() throws Exception {
        CapturedSensors.grow(tree);
        Fields fields = read(source());
        assertThat(fields.values().keySet())
                .containsExactly(
                        "temperature_max",
                        "temperatures",
                        "fans",
                        "voltages",
                        "currents",
                        "powers",
                        "batteries",
                        "supplies",
                        "silent");
        assertThat(Groups.at(fields, "temperature_max")).isEqualTo(new Value.Real(45.2));
        assertThat(list(fields, "temperatures")).hasSize(4);
        assertThat(list(fields, "batteries")).hasSize(2);
        assertThat(list(fields, "supplies")).hasSize(1);
        assertThat(list(fields, "silent")).isEmpty();
    }

    @Test
    void isUnavailableWhenEverythingWasPulledOut() throws Exception {
        tree.chip("hwmon0", "usbtemp", "usb1/1-1", Map.of("temp1_input", "20000"));
        Source source = source();
        Files.delete(root.resolve("class/hwmon/hwmon0"));
        assertThat(source.read()).isInstanceOf(Reading.Unavailable.class);
    }

    @Test
    void showsTheOthersOnTimeWhileOneChipHangs() throws Exception {
        Path hanging = tree.chip("hwmon0", "slow", "platform/slow", Map.of("temp1_input", "20000"));
        tree.chip("hwmon1", "quick", "platform/quick", Map.of("temp1_input", "30000"));
        try (Source source = source()) {
            assertThat(Groups.at(temperature(read(source), 0), "temperature")).isEqualTo(new Value.Real(20));
            becomePipe(hanging.resolve("temp1_input"));

            Fields fields = read(source);
            Fields slow = temperature(fields, 0);
            assertThat(Groups.at(slow, "chip")).isEqualTo(new Value.Text("slow"));
            assertThat(Groups.reason(Groups.at(slow, "temperature"))).startsWith("no answer for");
            assertThat(Groups.at(temperature(fields, 1), "temperature")).isEqualTo(new Value.Real(30));
            assertThat(Groups.at(list(fields, "silent").get(0), "path"))
                    .isEqualTo(new Value.Text(hanging.toRealPath().toString()));

            answer(hanging.resolve("temp1_input"));
        }
    }

    @Test
    void isReadThroughOshiAlike() throws Exception {
        SensorHardware oshi = new OshiSensors(new SystemInfo().getHardware(), new Globs(List.of()));
        for (String name : oshi.list()) {
            assertThat(oshi.read(name)).isNotEqualTo(Findings.NONE);
        }
        assertThat(oshi.places()).contains("OSHI");
    }

    /** Opening a pipe to which nobody writes blocks, as a chip that does not answer does. */
    private static void becomePipe(Path file) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "skipped: there is no mkfifo");
        Files.delete(file);
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", file.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Opening the other end is enough to let the reader go on, and it may be gone before anything is written. */
    private static void answer(Path pipe) throws IOException {
        new FileOutputStream(pipe.toFile()).close();
    }

    private Source source() throws SourceAbsentException {
        LinuxSensors hardware = new LinuxSensors(root, new Globs(List.of()));
        return SensorsSource.open(
                hardware, new PatientAsker<>(hardware::read, "sensor", Duration.ofSeconds(2), System::nanoTime));
    }

    private static Fields read(Source source) throws IOException {
        return ((Reading.Ok) source.read()).fields();
    }

    private static Fields temperature(Fields fields, int index) {
        return list(fields, "temperatures").get(index);
    }

    private static List<Fields> list(Fields fields, String name) {
        return ((Value.Sequence) Groups.at(fields, name))
                .values().stream().map(Fields.class::cast).toList();
    }
}
