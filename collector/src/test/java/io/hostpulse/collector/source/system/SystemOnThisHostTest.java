package io.hostpulse.collector.source.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oshi.SystemInfo;

class SystemOnThisHostTest {

    @BeforeEach
    void onlyOnLinux() {
        assumeTrue(Platform.current() == Platform.LINUX);
    }

    @Test
    void agreesWithProc() throws Exception {
        try (LinuxHost host = new LinuxHost()) {
            Fields fields = ((Reading.Ok) new SystemSource(host).read()).fields();

            assertThat(fields.get("os_name")).contains(new Value.Text("Linux"));
            assertThat(fields.get("hostname")).contains(new Value.Text(line("/proc/sys/kernel/hostname")));
            assertThat(fields.get("os_release")).contains(new Value.Text(line("/proc/sys/kernel/osrelease")));
            assertThat(((Value.Real) fields.get("uptime_seconds").orElseThrow()).value())
                    .isCloseTo(Double.parseDouble(line("/proc/uptime").split(" ", -1)[0]), within(5.0));
            assertThat((double) ((Value.Whole) fields.get("processes").orElseThrow()).value())
                    .isCloseTo(processes(), within(30.0));
        }
    }

    @Test
    void isReadThroughOshiAlike() throws Exception {
        OshiHost host = new OshiHost(new SystemInfo());
        try (LinuxHost linux = new LinuxHost()) {
            assertThat(host.state().bootTime().getEpochSecond())
                    .isCloseTo(linux.state().bootTime().getEpochSecond(), within(3L));
            assertThat(host.state().hostname()).isNotBlank();
            assertThat(host.sessions()).isNotNull();
        }
    }

    private static String line(String file) throws IOException {
        return Files.readString(Path.of(file)).strip();
    }

    private static double processes() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("/proc"))) {
            return folders.filter(folder -> folder.getFileName().toString().matches("\\d+"))
                    .count();
        }
    }
}
