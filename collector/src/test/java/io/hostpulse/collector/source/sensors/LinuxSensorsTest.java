package io.hostpulse.collector.source.sensors;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.system.Groups;
import io.hostpulse.collector.source.text.Globs;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxSensorsTest {

    @TempDir
    Path root;

    private SysTree tree;
    private LinuxSensors sensors;

    @BeforeEach
    void open() {
        tree = new SysTree(root);
        sensors = open("none/*");
    }

    private LinuxSensors open(String excluded) {
        return new LinuxSensors(root, new Globs(List.of(excluded)));
    }

    @Test
    void scalesWhatChipsSayAndTellsTheirLimits() throws Exception {
        CapturedSensors.grow(tree);
        Fields composite = sensor("temperatures", "Composite");
        assertThat(Groups.at(composite, "chip")).isEqualTo(new Value.Text("nvme"));
        assertThat(Groups.at(composite, "device")).isEqualTo(new Value.Text("pci0000:00/0000:01:00.0/nvme/nvme0"));
        assertThat(Groups.at(composite, "temperature")).isEqualTo(new Value.Real(38.85));
        assertThat(Groups.at(composite, "max")).isEqualTo(new Value.Real(81.85));
        assertThat(Groups.at(composite, "critical")).isEqualTo(new Value.Real(84.85));
        assertThat(Groups.at(composite, "alarm")).isEqualTo(new Value.Flag(false));
        assertThat(composite.get("fault")).isEmpty();

        assertThat(Groups.at(sensor("fans", "fan1"), "speed")).isEqualTo(new Value.Real(1204));
        assertThat(Groups.at(sensor("fans", "fan1"), "alarm")).isEqualTo(new Value.Flag(true));
        assertThat(Groups.at(sensor("voltages", "Vcore"), "voltage")).isEqualTo(new Value.Real(0.87));
        assertThat(Groups.at(sensor("currents", "curr1"), "current")).isEqualTo(new Value.Real(-1.25));
        assertThat(Groups.at(sensor("powers", "power1"), "power")).isEqualTo(new Value.Real(15.25));
        assertThat(Groups.at(sensor("powers", "power1"), "cap")).isEqualTo(new Value.Real(25));
    }

    @Test
    void dropsWhatCannotBeAndSaysWhatItWas() throws Exception {
        CapturedSensors.grow(tree);
        assertThat(Groups.reason(Groups.at(sensor("temperatures", "Sensor 1"), "temperature")))
                .isEqualTo("reported as 65261.85 °C, which is not believed");
        assertThat(Groups.reason(Groups.at(sensor("temperatures", "Composite"), "min")))
                .contains("-273.15");
        assertThat(SensorKind.TEMPERATURE.scaled(-273_000)).isInstanceOf(Value.Missing.class);
        assertThat(SensorKind.TEMPERATURE.scaled(-40_000)).isEqualTo(new Value.Real(-40));
        assertThat(SensorKind.FAN.scaled(65_535)).isInstanceOf(Value.Missing.class);
        assertThat(SensorKind.FAN.scaled(0)).isEqualTo(new Value.Real(0));
    }

    @Test
    void believesNoSensorWhoseChipReportsAFault() throws Exception {
        tree.chip("hwmon0", "nct", "platform/nct", Map.of("temp1_input", "20000", "temp1_fault", "1"));
        Fields sensor = sensor("temperatures", "temp1");
        assertThat(Groups.reason(Groups.at(sensor, "temperature"))).contains("fault");
        assertThat(Groups.at(sensor, "fault")).isEqualTo(new Value.Flag(true));
    }

    @Test
    void tellsChipsOfTheSameNameApartByTheirDevices() throws Exception {
        tree.chip("hwmon0", "jc42", "pci0000:00/i2c-0/0-0018", Map.of("temp1_input", "30000"));
        tree.chip("hwmon1", "jc42", "pci0000:00/i2c-0/0-0019", Map.of("temp1_input", "31000"));
        assertThat(all("temperatures"))
                .extracting(sensor -> Groups.at(sensor, "device"))
                .containsExactly(new Value.Text("pci0000:00/i2c-0/0-0018"), new Value.Text("pci0000:00/i2c-0/0-0019"));
    }

    @Test
    void reportsAFileThatCannotBeReadAndTheOthersOfItsChip() throws Exception {
        Path chip = tree.chip("hwmon0", "nct", "platform/nct", Map.of("temp1_input", "20000", "temp2_input", "x"));
        Files.delete(chip.resolve("temp1_input"));
        Files.createDirectory(chip.resolve("temp1_input"));
        assertThat(Groups.reason(Groups.at(sensor("temperatures", "temp1"), "temperature")))
                .contains("temp1_input");
        assertThat(Groups.reason(Groups.at(sensor("temperatures", "temp2"), "temperature")))
                .contains("found 'x'");
    }

    @Test
    void sortsSensorsByTheirNumbersAndTakesAveragePowerOnlyWithoutAnother() throws Exception {
        tree.chip(
                "hwmon0",
                "amdgpu",
                "pci/gpu",
                Map.of(
                        "temp10_input",
                        "1000",
                        "temp2_input",
                        "2000",
                        "power1_average",
                        "9000000",
                        "power2_average",
                        "1",
                        "power2_input",
                        "7000000",
                        "beep_enable",
                        "1"));
        assertThat(all("temperatures"))
                .extracting(sensor -> Groups.at(sensor, "label"))
                .containsExactly(new Value.Text("temp2"), new Value.Text("temp10"));
        assertThat(all("powers"))
                .extracting(sensor -> Groups.at(sensor, "power"))
                .containsExactly(new Value.Real(9), new Value.Real(7));
    }

    @Test
    void neverReadsWhatIsExcluded() throws Exception {
        CapturedSensors.grow(tree);
        sensors = open("nvme/*");
        assertThat(all("temperatures"))
                .extracting(sensor -> Groups.at(sensor, "chip"))
                .doesNotContain(new Value.Text("nvme"));
        sensors = open("*/thermal_zone0");
        assertThat(all("temperatures"))
                .extracting(sensor -> Groups.at(sensor, "chip"))
                .doesNotContain(new Value.Text("soc-thermal"));
        sensors = open("power_supply/BAT*");
        for (String name : sensors.list()) {
            assertThat(sensors.read(name).batteries()).isEmpty();
        }
    }

    @Test
    void readsAThermalZoneOnlyWhereNoChipCoversIt() throws Exception {
        tree.virtual("thermal", "thermal_zone0", Map.of("type", "acpitz", "temp", "1000"));
        tree.virtual("thermal", "thermal_zone1", Map.of("type", "x86_pkg_temp", "temp", "2000"));
        tree.virtual("thermal", "thermal_zone2", Map.of("type", "cpu-thermal", "temp", "3000"));
        tree.virtual("thermal", "cooling_device0", Map.of("type", "Fan"));
        assertThat(all("temperatures")).hasSize(3);

        tree.chip("hwmon0", "coretemp", "platform/coretemp.0", Map.of("temp1_input", "40000"));
        tree.chip("hwmon1", "cpu_thermal", "virtual/thermal/thermal_zone9", Map.of("temp1_input", "50000"));
        Files.createDirectories(tree.device("virtual/thermal/thermal_zone0/hwmon5"));
        assertThat(all("temperatures"))
                .extracting(sensor -> Groups.at(sensor, "chip"))
                .containsExactly(new Value.Text("coretemp"), new Value.Text("cpu_thermal"));
    }

    @Test
    void tellsTheTripPointsOfAZone() throws Exception {
        CapturedSensors.grow(tree);
        Fields zone = sensor("temperatures", "thermal_zone0");
        assertThat(Groups.at(zone, "temperature")).isEqualTo(new Value.Real(45.2));
        assertThat(Groups.at(zone, "critical")).isEqualTo(new Value.Real(95));
        assertThat(Groups.at(zone, "max")).isEqualTo(new Value.Real(90));
    }

    @Test
    void forgetsAChipThatIsGoneAndFindsANewOneInItsPlace() throws Exception {
        Path chip = tree.chip("hwmon0", "nct", "platform/nct", Map.of("temp1_input", "20000"));
        assertThat(all("temperatures")).hasSize(1);
        Files.delete(root.resolve("class/hwmon/hwmon0"));
        assertThat(sensors.list()).isEmpty();
        SysTree.link(root.resolve("class/hwmon/hwmon0"), chip);
        SysTree.write(chip, "temp2_input", "21000");
        assertThat(all("temperatures")).hasSize(2);
    }

    @Test
    void listsNoChipWithoutSensors() throws Exception {
        tree.chip("hwmon0", "acpi_fan", "platform/fan", Map.of("pwm1", "100"));
        assertThat(sensors.list()).isEmpty();
    }

    private Fields sensor(String list, String label) throws IOException {
        return all(list).stream()
                .filter(sensor -> Groups.at(sensor, "label").equals(new Value.Text(label)))
                .findFirst()
                .orElseThrow();
    }

    private List<Fields> all(String list) throws IOException {
        List<Fields> all = new ArrayList<>();
        for (String name : sensors.list()) {
            sensors.read(name).sensors().stream()
                    .filter(sensor -> sensor.kind().list().equals(list))
                    .forEach(sensor -> all.add(sensor.fields()));
        }
        return all;
    }
}
