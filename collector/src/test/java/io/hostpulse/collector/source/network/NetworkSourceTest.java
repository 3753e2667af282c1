package io.hostpulse.collector.source.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.measure.Rate;
import io.hostpulse.collector.source.text.Globs;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetworkSourceTest {

    private final FakeInterfaces interfaces = new FakeInterfaces();
    private long nanos;
    private NetworkSource source;

    @BeforeEach
    void open() throws IOException {
        interfaces.bytes.putAll(Map.of("lo", 1000L, "eth0", 5000L));
        source = new NetworkSource(
                interfaces, () -> new Value.Missing("not asked"), new Globs(List.of("veth*")), () -> nanos);
    }

    @Test
    void hasRatesFromTheFirstReadOn() throws Exception {
        interfaces.bytes.put("eth0", 6000L);
        nanos += 500_000_000;
        assertThat(rate(element(read(), "eth0"))).isEqualTo(new Value.Real(2000));
    }

    @Test
    void leavesLoopbackOutOfTheTotals() throws Exception {
        interfaces.bytes.putAll(Map.of("lo", 9000L, "eth0", 5100L));
        nanos += 1_000_000_000;
        Fields fields = read();

        assertThat(rate(element(fields, "lo"))).isEqualTo(new Value.Real(8000));
        assertThat(rate(fields)).isEqualTo(new Value.Real(100));
    }

    @Test
    void reportsACounterThatWentBackwardsAsUnknownAndTheNextReadRight() throws Exception {
        interfaces.bytes.put("eth0", 10L);
        nanos += 1_000_000_000;
        Fields reset = read();
        assertThat(rate(element(reset, "eth0"))).isEqualTo(new Value.Missing(Rate.WENT_BACKWARDS));
        assertThat(rate(reset)).isEqualTo(new Value.Missing("eth0: " + Rate.WENT_BACKWARDS));

        interfaces.bytes.put("eth0", 30L);
        nanos += 1_000_000_000;
        assertThat(rate(read())).isEqualTo(new Value.Real(20));
    }

    @Test
    void showsNoSpikeForAnInterfaceThatJustAppeared() throws Exception {
        interfaces.bytes.putAll(Map.of("wlan0", 1_000_000_000L, "eth0", 5001L));
        nanos += 1_000_000_000;
        Fields fields = read();

        assertThat(rate(element(fields, "wlan0"))).isInstanceOf(Value.Missing.class);
        assertThat(rate(fields)).isEqualTo(new Value.Real(1));
    }

    @Test
    void doesNotDivideByNoTime() throws Exception {
        Fields fields = read();
        assertThat(rate(fields)).isEqualTo(new Value.Missing(Rate.NO_TIME_PASSED));
        assertThat(rate(element(fields, "eth0"))).isEqualTo(new Value.Missing(Rate.NO_TIME_PASSED));
    }

    @Test
    void listsNoExcludedInterface() throws Exception {
        interfaces.bytes.put("veth1a", 7L);
        assertThat(((Value.Sequence) read().get("interfaces").orElseThrow()).values())
                .hasSize(2);
    }

    @Test
    void hasNoTotalsWhenNoInterfaceLeavesTheHost() throws Exception {
        interfaces.bytes.remove("eth0");
        nanos += 1_000_000_000;
        assertThat(rate(read())).isInstanceOf(Value.Missing.class);
    }

    @Test
    void saysWhatTheSystemDoesNotCount() throws Exception {
        nanos += 1_000_000_000;
        assertThat(element(read(), "eth0").get("drops_out_per_sec"))
                .contains(new Value.Missing("this system does not count it"));
    }

    private Fields read() throws IOException {
        return ((Reading.Ok) source.read()).fields();
    }

    private static Value rate(Fields fields) {
        return fields.get("bytes_sent_per_sec").orElseThrow();
    }

    private static Fields element(Fields fields, String name) {
        return ((Value.Sequence) fields.get("interfaces").orElseThrow())
                .values().stream()
                        .map(Fields.class::cast)
                        .filter(each -> each.get("name").orElseThrow().equals(new Value.Text(name)))
                        .findFirst()
                        .orElseThrow();
    }

    /** Counts sent bytes only. */
    private static final class FakeInterfaces implements Interfaces {

        private final Map<String, Long> bytes = new LinkedHashMap<>();

        @Override
        public List<InterfaceCounters> counters() {
            return bytes.entrySet().stream()
                    .map(each -> new InterfaceCounters(
                            each.getKey(), new Counters().set(Counter.BYTES_SENT, each.getValue())))
                    .toList();
        }

        @Override
        public LinkState link(String name) {
            return new LinkState(new Value.Flag(true), OptionalLong.empty(), name.equals("lo"));
        }
    }
}
