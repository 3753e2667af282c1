package io.hostpulse.collector.source.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetDevTextTest {

    private static final String HEADINGS = """
            Inter-|   Receive                                                |  Transmit
             face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
            """;

    @Test
    void readsACapturedFile() throws Exception {
        List<InterfaceCounters> interfaces = NetDevText.parse(KernelFile.readOnce("src/test/resources/proc/net_dev"));
        assertThat(interfaces).extracting(InterfaceCounters::name).containsExactly("lo", "ifb0", "ifb1", "eth0");
        assertThat(interfaces.get(3).counters().get(Counter.BYTES_RECV)).isPositive();
    }

    @Test
    void knowsTheMeaningOfEachColumn() throws Exception {
        Counters counters = parse(HEADINGS + "eth0.5:1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16\n")
                .get(0)
                .counters();

        assertThat(counters.get(Counter.BYTES_RECV)).isEqualTo(1);
        assertThat(counters.get(Counter.PACKETS_RECV)).isEqualTo(2);
        assertThat(counters.get(Counter.ERRORS_IN)).isEqualTo(3);
        assertThat(counters.get(Counter.DROPS_IN)).isEqualTo(4);
        assertThat(counters.get(Counter.BYTES_SENT)).isEqualTo(9);
        assertThat(counters.get(Counter.PACKETS_SENT)).isEqualTo(10);
        assertThat(counters.get(Counter.ERRORS_OUT)).isEqualTo(11);
        assertThat(counters.get(Counter.DROPS_OUT)).isEqualTo(12);
    }

    @Test
    void refusesALineThatWasCutOffAndAFileWithoutHeadings() {
        assertThatThrownBy(() -> parse(HEADINGS + "eth0: 1 2 3 4 5 6\n")).hasMessageContaining("eth0: 1 2 3 4 5 6");
        assertThatThrownBy(() -> parse("eth0: 1 2 3\n")).isInstanceOf(MalformedTextException.class);
    }

    private static List<InterfaceCounters> parse(String content) throws MalformedTextException {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        return NetDevText.parse(new TextCursor("/proc/net/dev", bytes, bytes.length));
    }
}
