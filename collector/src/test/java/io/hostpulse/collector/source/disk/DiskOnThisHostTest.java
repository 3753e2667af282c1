package io.hostpulse.collector.source.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.collector.source.host.Platform;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oshi.SystemInfo;

class DiskOnThisHostTest {

    /** Other programs write while the two are compared. */
    private static final long TOLERANCE = 256 << 20;

    @BeforeEach
    void onlyOnLinux() {
        assumeTrue(Platform.current() == Platform.LINUX);
    }

    @Test
    void agreesWithJavasFileStore() throws Exception {
        FileStore store = Files.getFileStore(Path.of("/"));
        Space space = new StatvfsGauge().ask("/");

        assertThat(space.total()).isEqualTo(store.getTotalSpace());
        assertThat(space.free()).isCloseTo(store.getUsableSpace(), within(TOLERANCE));
        assertThat(space.used()).isCloseTo(store.getTotalSpace() - store.getUnallocatedSpace(), within(TOLERANCE));
        assertThat(new FileStoreGauge().ask("/").total()).isEqualTo(space.total());
    }

    @Test
    void countsInodes() throws Exception {
        Space space = new StatvfsGauge().ask("/");
        assertThat(space.inodesFree()).isBetween(0L, space.inodesTotal());
    }

    @Test
    void saysThatAPathDoesNotExist() {
        assertThatThrownBy(() -> new StatvfsGauge().ask("/no/such/path"))
                .isInstanceOf(IOException.class)
                .hasMessage("/no/such/path: no such file or directory");
    }

    @Test
    void findsTheMountsThatJavaFinds() throws Exception {
        try (LinuxDisks disks = new LinuxDisks()) {
            List<String> paths = disks.mounts().stream().map(Mount::path).toList();
            List<String> types = Files.readAllLines(Path.of("/proc/self/mounts"));
            assertThat(paths).contains("/").hasSameSizeAs(types);
        }
    }

    @Test
    void countsWhatSysCounts() throws Exception {
        try (LinuxDisks disks = new LinuxDisks()) {
            for (DeviceCounters each : disks.devices()) {
                String[] stat = Files.readString(Path.of("/sys/block", each.name(), "stat"))
                        .strip()
                        .split("\\s+", -1);
                assertThat(each.reads()).isLessThanOrEqualTo(Long.parseLong(stat[0]));
                assertThat(each.writtenBytes()).isLessThanOrEqualTo(Long.parseLong(stat[6]) * 512);
            }
        }
    }

    @Test
    void isReadThroughOshiAlike() throws Exception {
        OshiDisks disks = new OshiDisks(new SystemInfo());
        assertThat(disks.mounts()).isNotEmpty();
        assertThat(disks.devices()).allSatisfy(each -> assertThat(each.reads()).isNotNegative());
    }
}
