package io.hostpulse.collector.source.memory;

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
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import oshi.SystemInfo;

class MemorySourceTest {

    private static final OptionalLong UNKNOWN = OptionalLong.empty();

    @Test
    void countsAsUsedWhatIsNotAvailable() throws Exception {
        Fields fields = read(amounts(OptionalLong.of(300), 0, 0));

        assertThat(fields.get("used")).contains(new Value.Whole(700));
        assertThat(fields.get("percentage")).contains(new Value.Real(70));
    }

    @Test
    void doesNotGuessWhatIsAvailable() throws Exception {
        Fields fields = read(amounts(UNKNOWN, 0, 0));

        for (String field : new String[] {"available", "used", "percentage"}) {
            assertThat(fields.get(field).orElseThrow()).as(field).isInstanceOf(Value.Missing.class);
        }
    }

    @Test
    void hasNoPercentageOfSwapWhenThereIsNone() throws Exception {
        Fields swap = (Fields) read(amounts(UNKNOWN, 0, 0)).get("swap").orElseThrow();
        assertThat(swap.get("total")).contains(new Value.Whole(0));
        assertThat(swap.get("percentage")).contains(new Value.Missing("no swap configured"));
    }

    @Test
    void saysThatASystemWithoutDetailsDoesNotTellThem() throws Exception {
        assertThat(read(amounts(UNKNOWN, 0, 0)).get("dirty"))
                .contains(new Value.Missing("this system does not report it"));
    }

    @Test
    void reportsSwapInUse() throws Exception {
        Fields swap = (Fields) read(amounts(UNKNOWN, 400, 100)).get("swap").orElseThrow();
        assertThat(swap.get("used")).contains(new Value.Whole(300));
        assertThat(swap.get("percentage")).contains(new Value.Real(75));
    }

    @Test
    void agreesWithProc() throws Exception {
        assumeTrue(Platform.current() == Platform.LINUX);
        try (LinuxMemory memory = new LinuxMemory()) {
            Fields fields = ((Reading.Ok) new MemorySource(memory).read()).fields();
            long total = meminfo("MemTotal");
            assertThat(fields.get("total")).contains(new Value.Whole(total));
            double used = 100.0 * (total - meminfo("MemAvailable")) / total;
            assertThat(((Value.Real) fields.get("percentage").orElseThrow()).value())
                    .isCloseTo(used, within(5.0));
        }
    }

    @Test
    void isReadThroughOshiAlike() throws Exception {
        assumeTrue(Platform.current() == Platform.LINUX);
        MemoryAmounts amounts = new OshiMemory(new SystemInfo().getHardware().getMemory()).read();
        assertThat(amounts.total()).isEqualTo(meminfo("MemTotal"));
        assertThat(amounts.swapTotal()).hasValue(meminfo("SwapTotal"));
    }

    private static MemoryAmounts amounts(OptionalLong available, long swapTotal, long swapFree) {
        return new MemoryAmounts(
                1000,
                available,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                OptionalLong.of(swapTotal),
                OptionalLong.of(swapFree),
                Map.of());
    }

    private static Fields read(MemoryAmounts amounts) throws IOException {
        return ((Reading.Ok) new MemorySource(() -> amounts).read()).fields();
    }

    private static long meminfo(String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith(key + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }
}
