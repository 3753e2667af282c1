package io.hostpulse.collector.source.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxConnectionsTest {

    private static final String HEADING = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when\n";

    @TempDir
    Path folder;

    @BeforeEach
    void captured() throws IOException {
        Files.copy(Path.of("src/test/resources/proc/net_sockstat"), folder.resolve("sockstat"));
        Files.copy(Path.of("src/test/resources/proc/net_sockstat6"), folder.resolve("sockstat6"));
    }

    @Test
    void countsTheStatesOfBothTables() throws Exception {
        write("tcp", HEADING + line(0, "0100007F:1F90", "0A") + line(1, "0100007F:1F91", "01"));
        write(
                "tcp6",
                HEADING
                        + line(0, "00000000000000000000000001000000:1F90", "01")
                        + line(1, "00000000000000000000000001000000:1F91", "06"));
        Fields counts = (Fields) count(100);

        assertThat(counts.get("established")).contains(new Value.Whole(2));
        assertThat(counts.get("listen")).contains(new Value.Whole(1));
        assertThat(counts.get("time_wait")).contains(new Value.Whole(1));
        assertThat(counts.get("syn_sent")).contains(new Value.Whole(0));
    }

    @Test
    void countsLinesThatLieAcrossTwoBuffers() throws Exception {
        write("tcp", HEADING + line(12345, "0100007F:1F90", "01").repeat(5000));
        assertThat(((Fields) count(10_000)).get("established")).contains(new Value.Whole(5000));
    }

    @Test
    void doesNotBeginWhenThereAreTooMany() throws Exception {
        write("sockstat", "sockets: used 9\nTCP: inuse 250 orphan 0 tw 50 alloc 300 mem 1\nUDP: inuse 4 mem 0\n");
        write("tcp", "this file would be malformed\n");
        assertThat(count(299))
                .isEqualTo(new Value.Missing("300 TCP sockets are above connections_limit 299; they were not counted"));
    }

    @Test
    void saysWhatIsWrongWithATable() throws Exception {
        write("tcp", HEADING + line(0, "0100007F:1F90", "0D"));
        assertThat(reason(count(10))).contains("tcp").contains("a socket state from 1 to 12");
        write("tcp", HEADING + line(0, "0100007F:1F90", "zz"));
        assertThat(reason(count(10))).contains("two hexadecimal digits");
        write("tcp", HEADING + "   0: 0100007F:1F90 000000");
        assertThat(reason(count(10))).contains("a line end");
    }

    @Test
    void manageWithoutIpv6() throws Exception {
        Files.delete(folder.resolve("sockstat6"));
        write("tcp", HEADING);
        assertThat(((Fields) count(10)).get("udp")).contains(new Value.Whole(0));
    }

    @Test
    void areCountedAgainBetweenReadingsOnceTheirIntervalIsOver() {
        AtomicLong clock = new AtomicLong();
        AtomicInteger asked = new AtomicInteger();
        Connections connections = new OccasionalConnections(
                () -> new Value.Whole(asked.incrementAndGet()), Duration.ofSeconds(5), clock::get);

        assertThat(connections.count()).isEqualTo(new Value.Whole(1));
        clock.set(4_999_999_999L);
        connections.prepareNext();
        assertThat(connections.count()).isEqualTo(new Value.Whole(1));
        clock.set(5_000_000_000L);
        assertThat(connections.count()).isEqualTo(new Value.Whole(1));
        connections.prepareNext();
        assertThat(connections.count()).isEqualTo(new Value.Whole(2));
    }

    private static String line(int number, String local, String state) {
        return "   " + number + ": " + local + " 00000000:0000 " + state + " 00000000:00000000 00:00000000 00000000\n";
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }

    private Value count(int limit) {
        return new LinuxConnections(folder, limit).count();
    }

    private static String reason(Value value) {
        return ((Value.Missing) value).reason();
    }
}
