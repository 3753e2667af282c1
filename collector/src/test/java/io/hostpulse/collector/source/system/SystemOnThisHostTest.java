package io.hostpulse.collector.source.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.measure.NamedGroup;
import io.hostpulse.collector.source.system.kernel.StatNumbers;
import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.TextCursor;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        try (LinuxHost host = new LinuxHost(new StatNumbers(Path.of("/proc")))) {
            Fields fields = ((Reading.Ok) new SystemSource(host, List.of()).read()).fields();

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
        try (LinuxHost linux = new LinuxHost(new StatNumbers(Path.of("/proc")))) {
            assertThat(host.state().bootTime().getEpochSecond())
                    .isCloseTo(linux.state().bootTime().getEpochSecond(), within(3L));
            assertThat(host.state().hostname()).isNotBlank();
            assertThat(host.sessions()).isNotNull();
        }
    }

    @Test
    void countsWhatTheKernelCounts() throws Exception {
        try (Source source = new SystemSourceType().configure(null).open(null)) {
            Fields fields = ((Reading.Ok) source.read()).fields();
            assertThat(((Value.Real) Groups.at(fields, "kernel.context_switches_per_sec")).value())
                    .isNotNegative();
            assertThat(((Value.Whole) Groups.at(fields, "kernel.file_handles_max")).value())
                    .isEqualTo(handlesMax());
            assertThat(((Value.Whole) Groups.at(fields, "sockets.used")).value())
                    .isPositive();
            source.prepareNext();
        }
    }

    @Test
    void isCountedThroughOshiAlike() throws Exception {
        SystemInfo info = new SystemInfo();
        List<FieldGroup> groups = OshiGroups.of(info, System::nanoTime);
        List<FieldGroup> linux =
                LinuxGroups.of(Path.of("/proc"), Path.of("/run"), new StatNumbers(Path.of("/proc")), System::nanoTime);
        Fields throughOshi = Groups.read(new NamedGroup("all", groups));
        Fields direct = Groups.read(new NamedGroup("all", linux));

        assertThat(((Fields) Groups.at(throughOshi, "all")).values().keySet())
                .isEqualTo(((Fields) Groups.at(direct, "all")).values().keySet());
        assertThat(Groups.at(throughOshi, "all.kernel.file_handles_max"))
                .isEqualTo(Groups.at(direct, "all.kernel.file_handles_max"));
        assertThat(((Fields) Groups.at(direct, "all.tcp")).values().keySet())
                .containsAll(
                        ((Fields) Groups.at(throughOshi, "all.tcp")).values().keySet());
        assertThat(((Fields) Groups.at(direct, "all.kernel")).values().keySet())
                .containsAll(
                        ((Fields) Groups.at(throughOshi, "all.kernel")).values().keySet());
    }

    /** Not through Java's own readers: they ask for the first byte alone, and this file then has no more. */
    private static long handlesMax() throws IOException {
        TextCursor text = KernelFile.readOnce("/proc/sys/fs/file-nr");
        text.number();
        text.number();
        return text.number();
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
