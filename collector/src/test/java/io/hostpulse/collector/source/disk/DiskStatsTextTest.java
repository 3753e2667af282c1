package io.hostpulse.collector.source.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskStatsTextTest {

    private static final DeviceCounters.Details DETAILS = new DeviceCounters.Details(27015, 15539, 38682, 2598);

    @TempDir
    Path sysBlock;

    @BeforeEach
    void devices() throws IOException {
        for (String name : new String[] {"sda", "dm-0", "loop0", "md127", "vda", "cciss!c0d0"}) {
            Files.createDirectories(sysBlock.resolve(name).resolve("slaves"));
        }
        Files.createFile(sysBlock.resolve("dm-0/slaves/sda2"));
    }

    @Test
    void readsACapturedFileOfAKernelWithFlushAndDiscardColumns() throws Exception {
        DiskStatsText text = new DiskStatsText(BlockDevices.in(sysBlock));
        List<DeviceCounters> counters = text.parse(KernelFile.readOnce("src/test/resources/proc/diskstats"));

        assertThat(counters)
                .containsExactly(new DeviceCounters(
                        "vda", true, 85254, 4768, 3951346 * 512L, 437352 * 512L, 18556, 41639, DETAILS));
    }

    @Test
    void readsAnOldKernelWithoutThem() throws Exception {
        assertThat(parse("   8       0 sda 1 2 3 4 5 6 7 8 9 10 11\n"))
                .containsExactly(new DeviceCounters(
                        "sda", true, 1, 5, 3 * 512, 7 * 512, 10, 11, new DeviceCounters.Details(2, 6, 4, 8)));
    }

    @Test
    void skipsPartitionsAndUnusedLoopDevices() throws Exception {
        assertThat(parse("8 1 sda1 1 2 3 4 5 6 7 8 9 10 11\n7 0 loop0 0 0 0 0 0 0 0 0 0 0 0\n"))
                .isEmpty();
    }

    @Test
    void tellsDisksFromWhatIsMadeOfThem() throws Exception {
        assertThat(parse("""
                        8 0 sda 1 2 3 4 5 6 7 8 9 10 11
                        253 0 dm-0 1 2 3 4 5 6 7 8 9 10 11
                        9 127 md127 1 2 3 4 5 6 7 8 9 10 11
                        7 0 loop0 1 2 3 4 5 6 7 8 9 10 11
                        104 0 cciss/c0d0 1 2 3 4 5 6 7 8 9 10 11
                        """)).extracting(DeviceCounters::whole).containsExactly(true, false, false, false, true);
    }

    @Test
    void refusesALineThatWasCutOffAndANumberThatIsNone() {
        assertThatThrownBy(() -> parse("8 0 sda 1 2 3 4\n"))
                .hasMessageContaining("/proc/diskstats")
                .hasMessageContaining("8 0 sda 1 2 3 4");
        assertThatThrownBy(() -> parse("8 0 sda 1 2 3 -4 5 6 7 8 9 10 11\n"))
                .isInstanceOf(MalformedTextException.class);
    }

    private List<DeviceCounters> parse(String content) throws MalformedTextException {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        return new DiskStatsText(BlockDevices.in(sysBlock))
                .parse(new TextCursor("/proc/diskstats", bytes, bytes.length));
    }
}
