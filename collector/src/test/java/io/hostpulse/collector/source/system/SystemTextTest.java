package io.hostpulse.collector.source.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.collector.source.host.BootTime;
import io.hostpulse.collector.source.system.kernel.Threads;
import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.TextCursor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemTextTest {

    @Test
    void readsTheBootTimeOfACapturedFile() throws Exception {
        assertThat(BootTime.in(KernelFile.readOnce("src/test/resources/proc/stat")))
                .isEqualTo(Instant.ofEpochSecond(1795226338));
        assertThatThrownBy(() -> BootTime.in(text("cpu 1 2\n"))).hasMessageContaining("a line btime");
    }

    @Test
    void countsThreadsAndProcesses() throws Exception {
        assertThat(Threads.parse(text("0.20 0.10 0.03 1/85 4575\n"))).isEqualTo(85);
        assertThat(ProcNames.processes(new String[] {"1", "4575", "self", "net", "sys"}))
                .isEqualTo(2);
        assertThatThrownBy(() -> Threads.parse(text("0.20 0.10 0.03 1\n"))).hasMessageContaining("'/'");
    }

    @Test
    void readsTheNameOfTheDistributionHoweverItIsQuoted() {
        assertThat(OsRelease.prettyName(List.of("NAME=x", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"")))
                .contains("Debian GNU/Linux 12 (bookworm)");
        assertThat(OsRelease.prettyName(List.of("PRETTY_NAME=Alpine"))).contains("Alpine");
        assertThat(OsRelease.prettyName(List.of("PRETTY_NAME='a \\$b'"))).contains("a $b");
        assertThat(OsRelease.prettyName(List.of("NAME=x"))).isEmpty();
    }

    @Test
    void readsTheModelOfTheProcessor() throws Exception {
        assertThat(LinuxIdentity.processor(KernelFile.readOnce("src/test/resources/proc/cpuinfo")))
                .isEqualTo("AMD EPYC");
        assertThatThrownBy(() -> LinuxIdentity.processor(text("BogoMIPS\t: 50\n")))
                .hasMessageContaining("no model name");
    }

    private static TextCursor text(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        return new TextCursor("/proc/example", bytes, bytes.length);
    }
}
