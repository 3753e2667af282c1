package io.hostpulse.collector.source.sensors;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.system.Groups;
import io.hostpulse.collector.source.text.Globs;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that sleeps is neither woken nor kept from sleeping. */
class RestTest {

    private static final String DISK = "pci0000:00/ata1/host0/target0:0:0/0:0:0:0";

    @TempDir
    Path root;

    private SysTree tree;
    private LinuxSensors sensors;

    @BeforeEach
    void open() {
        tree = new SysTree(root);
        sensors = new LinuxSensors(root, new Globs(List.of()));
    }

    @Test
    void leavesARotatingDiskAloneUnlessItHasJustMovedData() throws Exception {
        disk("1", 100, 200);
        assertThat(Groups.reason(temperature())).contains("may be spun down");
        moved(100, 208);
        assertThat(temperature()).isEqualTo(new Value.Real(31));
        assertThat(Groups.reason(temperature())).contains("may be spun down");
        moved(140, 208);
        assertThat(temperature()).isEqualTo(new Value.Real(31));
    }

    @Test
    void readsADiskThatDoesNotRotate() throws Exception {
        disk("0", 100, 200);
        assertThat(temperature()).isEqualTo(new Value.Real(31));
    }

    @Test
    void leavesADiskAloneThatItDoesNotKnow() throws Exception {
        tree.chip("hwmon0", "drivetemp", DISK, Map.of("temp1_input", "31000"));
        assertThat(Groups.reason(temperature())).contains("not known");
    }

    @Test
    void leavesADiskAloneThatTheKernelSuspended() throws Exception {
        disk("0", 100, 200);
        suspended(DISK, "scsi");
        assertThat(Groups.reason(temperature())).contains("asleep");
        SysTree.write(tree.device(DISK), "power/runtime_status", "active");
        assertThat(temperature()).isEqualTo(new Value.Real(31));
    }

    @Test
    void leavesAnNvmeDiskAloneWhoseControllerIsSuspended() throws Exception {
        Path controller = tree.device("pci0000:00/0000:01:00.0/nvme/nvme0");
        tree.chip("hwmon0", "nvme", "pci0000:00/0000:01:00.0/nvme/nvme0", Map.of("temp1_input", "31000"));
        SysTree.link(controller.resolve("device"), tree.device("pci0000:00/0000:01:00.0"));
        assertThat(temperature()).isEqualTo(new Value.Real(31));
        suspended("pci0000:00/0000:01:00.0", "pci");
        assertThat(Groups.reason(temperature())).contains("asleep");
    }

    @Test
    void readsAChipThatSleepsBetweenAnyTwoReads() throws Exception {
        tree.chip("hwmon0", "ina3221", "platform/i2c-1/1-0040", Map.of("temp1_input", "31000"));
        suspended("platform/i2c-1/1-0040", "i2c");
        assertThat(temperature()).isEqualTo(new Value.Real(31));
    }

    private void suspended(String device, String bus) throws IOException {
        Path folder = tree.device(device);
        SysTree.write(folder, "power/runtime_status", "suspended");
        SysTree.link(folder.resolve("subsystem"), tree.device("../bus/" + bus));
    }

    private void disk(String rotational, long read, long written) throws IOException {
        tree.chip("hwmon0", "drivetemp", DISK, Map.of("temp1_input", "31000"));
        SysTree.write(tree.device(DISK), "block/sda/queue/rotational", rotational);
        moved(read, written);
    }

    private void moved(long read, long written) throws IOException {
        SysTree.write(
                tree.device(DISK),
                "block/sda/stat",
                "   10    0   %d   5   20   0   %d   7   0   12   12".formatted(read, written));
    }

    private Value temperature() throws IOException {
        return sensors.read(sensors.list().get(0)).sensors().get(0).value();
    }
}
