package io.hostpulse.collector.source.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oshi.SystemInfo;

class NetworkOnThisHostTest {

    @BeforeEach
    void onlyOnLinux() {
        assumeTrue(Platform.current() == Platform.LINUX);
    }

    @Test
    void namesTheInterfacesThatSysNames() throws Exception {
        try (LinuxInterfaces interfaces = new LinuxInterfaces(System::nanoTime)) {
            assertThat(interfaces.counters())
                    .extracting(InterfaceCounters::name)
                    .containsExactlyInAnyOrderElementsOf(sysClassNet());
        }
    }

    @Test
    void countsTheBytesThatSysCounts() throws Exception {
        try (LinuxInterfaces interfaces = new LinuxInterfaces(System::nanoTime)) {
            for (String name : sysClassNet()) {
                long before = received(name);
                long counted = counter(interfaces.counters(), name);
                assertThat(counted).as(name).isBetween(before, received(name));
            }
        }
    }

    @Test
    void seesAConnectionThatWasMade() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            Fields counts = (Fields) new LinuxConnections(Path.of("/proc/net"), 100_000).count();
            assertThat(client.isConnected() && accepted.isConnected()).isTrue();
            assertThat(((Value.Whole) counts.get("established").orElseThrow()).value())
                    .isGreaterThanOrEqualTo(2);
            assertThat(((Value.Whole) counts.get("listen").orElseThrow()).value())
                    .isGreaterThanOrEqualTo(1);
        }
    }

    @Test
    void isReadThroughOshiAlike() throws Exception {
        SystemInfo system = new SystemInfo();
        OshiInterfaces interfaces = new OshiInterfaces(system.getHardware());
        for (InterfaceCounters each : interfaces.counters()) {
            assertThat(sysClassNet()).contains(each.name());
            assertThat(interfaces.link(each.name()).loopback())
                    .isEqualTo(each.name().equals("lo"));
        }
        Connections connections =
                new OshiConnections(system.getOperatingSystem().getInternetProtocolStats());
        assertThat(connections.count()).isInstanceOf(Fields.class);
    }

    private static List<String> sysClassNet() {
        return List.of(Path.of("/sys/class/net").toFile().list());
    }

    private static long received(String name) throws IOException {
        return Long.parseLong(Files.readString(Path.of("/sys/class/net", name, "statistics/rx_bytes"))
                .strip());
    }

    private static long counter(List<InterfaceCounters> counters, String name) {
        return counters.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .counters()
                .get(Counter.BYTES_RECV);
    }
}
