package io.hostpulse.collector.source.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatTextTest {

    @Test
    void readsACapturedFile() throws Exception {
        CpuTimes times = StatText.parse(KernelFile.readOnce("src/test/resources/proc/stat"));

        assertThat(times.cores()).extracting(CpuTimes.Core::number).containsExactly(0, 1);
        assertThat(times.cores().get(1).ticks()).isEqualTo(new CpuTicks(8958, 2269 + 37, 177691, 1513, 16));
    }

    @Test
    void readsAMachineOf128Cores() throws Exception {
        String cores = IntStream.range(0, 128)
                .mapToObj(core -> "cpu" + core + " 1 2 3 4 5 6 7 8 9 10\n")
                .collect(Collectors.joining());
        CpuTimes times = parse("cpu  128 256 384 512 640 768 896 1024 0 0\n" + cores + "intr 1 2 3\n");

        assertThat(times.cores()).hasSize(128);
        assertThat(times.all()).isEqualTo(new CpuTicks(384, 384 + 768 + 896, 512, 640, 1024));
        assertThat(times.cores().get(127)).isEqualTo(new CpuTimes.Core(127, new CpuTicks(3, 16, 4, 5, 8)));
    }

    @Test
    void keepsTheNumbersOfCoresWhenSomeAreOffline() throws Exception {
        CpuTimes times = parse("cpu  2 0 0 0 0 0 0 0\ncpu0 1 0 0 0 0 0 0 0\ncpu3 1 0 0 0 0 0 0 0\n");
        assertThat(times.cores()).extracting(CpuTimes.Core::number).containsExactly(0, 3);
    }

    @Test
    void refusesALineThatWasCutOff() {
        assertThatThrownBy(() -> parse("cpu  1 2 3 4 5 6 7 8 9 10\ncpu0 1 2 3 4\n"))
                .isInstanceOf(MalformedTextException.class)
                .hasMessageContaining("/proc/stat")
                .hasMessageContaining("cpu0 1 2 3 4");
    }

    @Test
    void refusesANumberThatIsNone() {
        assertThatThrownBy(() -> parse("cpu  1 2 3x 4 5 6 7 8\n")).hasMessageContaining("cpu  1 2 3x 4 5 6 7 8");
    }

    @Test
    void refusesAFileWithoutCores() {
        assertThatThrownBy(() -> parse("")).isInstanceOf(MalformedTextException.class);
        assertThatThrownBy(() -> parse("cpu  1 2 3 4 5 6 7 8 9 10\nintr 5\n")).hasMessageContaining("every core");
    }

    private static CpuTimes parse(String content) throws MalformedTextException {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        return StatText.parse(new TextCursor("/proc/stat", bytes, bytes.length));
    }
}
