package io.hostpulse.collector.source.system.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.system.Groups;
import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuTimesTest {

    @TempDir
    Path proc;

    @Test
    void readsTheColumnsOfEachCoreInSeconds() throws Exception {
        List<Fields> cores = CpuTimes.parse(KernelFile.readOnce("src/test/resources/proc/stat"));

        assertThat(cores).extracting(core -> core.get("core").orElseThrow()).startsWith(new Value.Whole(0));
        assertThat(cores.get(1))
                .isEqualTo(Fields.builder()
                        .put("core", 1)
                        .put("user", 89.57)
                        .put("nice", 0.01)
                        .put("system", 22.69)
                        .put("idle", 1776.91)
                        .put("iowait", 15.13)
                        .put("irq", 0.0)
                        .put("softirq", 0.37)
                        .put("steal", 0.16)
                        .build());
    }

    @Test
    void saysWhichFileIsMissing() {
        try (CpuTimes times = new CpuTimes(proc)) {
            assertThat(Groups.reason(Groups.at(Groups.read(times), "cpu_seconds")))
                    .contains("stat");
        }
    }
}
