package io.hostpulse.collector.source.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MeminfoTextTest {

    @Test
    void readsACapturedFile() throws Exception {
        MemoryAmounts amounts = MeminfoText.parse(KernelFile.readOnce("src/test/resources/proc/meminfo"));

        assertThat(amounts.total()).isEqualTo(24684084L * 1024);
        assertThat(amounts.available()).isPresent();
        assertThat(amounts.buffers()).isPresent();
        assertThat(amounts.cached()).isPresent();
        assertThat(amounts.swapTotal()).hasValue(0);
        assertThat(amounts.details()).containsOnlyKeys(MemoryDetail.values());
    }

    @Test
    void takesKilobytesForBytesTimes1024AndCountsReclaimableSlabsAsCache() throws Exception {
        MemoryAmounts amounts = parse("""
                MemTotal:       1000 kB
                MemFree:         100 kB
                MemAvailable:    400 kB
                Buffers:          10 kB
                Cached:          200 kB
                SwapCached:        7 kB
                SwapTotal:       500 kB
                SwapFree:        300 kB
                SReclaimable:     50 kB
                """);
        assertThat(amounts)
                .isEqualTo(new MemoryAmounts(
                        1000 * 1024,
                        kb(400),
                        kb(100),
                        kb(10),
                        kb(250),
                        kb(500),
                        kb(300),
                        Map.of(
                                MemoryDetail.PAGE_CACHE, 200L * 1024,
                                MemoryDetail.SLAB_RECLAIMABLE, 50L * 1024,
                                MemoryDetail.SWAP_CACHED, 7L * 1024)));
    }

    @Test
    void leavesAvailableOpenOnAnOldKernel() throws Exception {
        assertThat(parse("MemTotal: 1000 kB\nMemFree: 100 kB\n").available()).isEmpty();
    }

    @Test
    void refusesAFileWithoutATotal() {
        assertThatThrownBy(() -> parse("MemFree: 100 kB\n")).hasMessageContaining("MemTotal");
        assertThatThrownBy(() -> parse("")).isInstanceOf(MalformedTextException.class);
    }

    @Test
    void refusesANumberThatWasCutOff() {
        assertThatThrownBy(() -> parse("MemTotal:       246840"))
                .hasMessageContaining("/proc/meminfo")
                .hasMessageContaining("MemTotal:       246840");
    }

    @Test
    void refusesWhatIsNoNumberAndWhatIsNotInKilobytes() {
        assertThatThrownBy(() -> parse("MemTotal: lots kB\n")).hasMessageContaining("lots");
        assertThatThrownBy(() -> parse("MemTotal: 1000 MB\n")).hasMessageContaining("'kB'");
    }

    @Test
    void refusesMoreAvailableThanThereIs() {
        assertThatThrownBy(() -> parse("MemTotal: 1000 kB\nMemAvailable: 1001 kB\n"))
                .hasMessageContaining("at most MemTotal");
    }

    private static OptionalLong kb(long amount) {
        return OptionalLong.of(amount * 1024);
    }

    private static MemoryAmounts parse(String content) throws MalformedTextException {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        return MeminfoText.parse(new TextCursor("/proc/meminfo", bytes, bytes.length));
    }
}
