package io.hostpulse.collector.source.system.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.measure.NamedGroup;
import io.hostpulse.collector.source.measure.Rate;
import io.hostpulse.collector.source.system.Groups;
import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolFieldsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final String TCP = """
            Tcp: RtoAlgorithm MaxConn InSegs OutSegs RetransSegs AttemptFails
            Tcp: 1 -1 %d %d 7 3
            """;
    private static final String EXTENDED = """
            TcpExt: SyncookiesSent ListenOverflows ListenDrops
            TcpExt: 0 %d 0
            """;

    @TempDir
    Path proc;

    private final AtomicLong clock = new AtomicLong();

    @Test
    void readACapturedTree() {
        FieldGroup group = open(Path.of("src/test/resources/proc"));
        Groups.read(group);
        clock.addAndGet(SECOND);
        Fields fields = (Fields) Groups.at(Groups.read(group), "net");

        assertThat(fields.values().keySet()).containsExactly("tcp", "udp", "udp6", "icmp", "icmp6", "sockets");
        fields.values().values().forEach(each -> assertThat(((Fields) each).values())
                .doesNotContainValue(new Value.Missing("this system does not count it")));
        assertThat(Groups.at(fields, "tcp.listen_drops_per_sec")).isEqualTo(new Value.Real(0));
        assertThat(Groups.at(fields, "sockets.used")).isInstanceOf(Value.Whole.class);
    }

    @Test
    void turnCountersIntoRates() throws Exception {
        write("snmp", TCP.formatted(100, 1000));
        write("netstat", EXTENDED.formatted(0));
        FieldGroup group = open(proc);
        Groups.read(group);
        write("snmp", TCP.formatted(350, 999));
        write("netstat", EXTENDED.formatted(4));
        clock.addAndGet(SECOND);
        Fields fields = Groups.read(group);

        assertThat(Groups.at(fields, "net.tcp.segments_in_per_sec")).isEqualTo(new Value.Real(250));
        assertThat(Groups.at(fields, "net.tcp.segments_out_per_sec")).isEqualTo(new Value.Missing(Rate.WENT_BACKWARDS));
        assertThat(Groups.at(fields, "net.tcp.listen_overflows_per_sec")).isEqualTo(new Value.Real(4));
        assertThat(Groups.reason(Groups.at(fields, "net.tcp.resets_sent_per_sec")))
                .isEqualTo("this system does not count it");
    }

    @Test
    void saysThatIpv6IsSwitchedOff() throws Exception {
        write("snmp", TCP.formatted(1, 1));
        write("netstat", EXTENDED.formatted(0));
        Fields fields = Groups.read(open(proc));
        assertThat(Groups.reason(Groups.at(fields, "net.udp6.errors_in_per_sec")))
                .contains("IPv6 is switched off");
    }

    @Test
    void saysWhichFileIsMissing() {
        Fields fields = Groups.read(open(proc));
        assertThat(Groups.reason(Groups.at(fields, "net.udp.receive_buffer_errors_per_sec")))
                .contains("net/snmp");
        assertThat(Groups.reason(Groups.at(fields, "net.sockets.tcp_orphaned"))).contains("net/sockstat");
    }

    @Test
    void refuseATableWhoseLinesDoNotMatch() {
        assertThatThrownBy(() -> parse("Tcp: InSegs OutSegs\nTcp: 5\n")).isInstanceOf(MalformedTextException.class);
        assertThatThrownBy(() -> parse("Tcp: InSegs\nUdp: 5\n")).hasMessageContaining("'Tcp'");
        assertThatThrownBy(() -> parse("Tcp: InSegs\n")).isInstanceOf(MalformedTextException.class);
    }

    private static Map<String, Long> parse(String content) throws MalformedTextException {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        Map<String, Long> counters = new HashMap<>();
        ProtocolTable.parse(new TextCursor("/proc/net/snmp", bytes, bytes.length), Set.of("Tcp"), counters);
        return counters;
    }

    private FieldGroup open(Path root) {
        return new NamedGroup("net", ProtocolFields.groups(root, clock::get));
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(Files.createDirectories(proc.resolve("net")).resolve(file), content);
    }
}
