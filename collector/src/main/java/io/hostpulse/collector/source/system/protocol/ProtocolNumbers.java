package io.hostpulse.collector.source.system.protocol;

import io.hostpulse.collector.source.measure.Numbers;
import io.hostpulse.collector.source.text.KernelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The counters of IPv4 and of TCP over both versions; the extended ones of TCP are in a file of their own. */
final class ProtocolNumbers implements Numbers {

    private static final Set<String> BASIC = Set.of("Tcp", "Udp", "Icmp");
    private static final Set<String> EXTENDED = Set.of("TcpExt");

    private final KernelFile snmp;
    private final KernelFile netstat;

    ProtocolNumbers(Path proc) {
        this.snmp = new KernelFile(proc.resolve("net/snmp").toString());
        this.netstat = new KernelFile(proc.resolve("net/netstat").toString());
    }

    @Override
    public Map<String, Long> read() throws IOException {
        Map<String, Long> counters = new HashMap<>();
        ProtocolTable.parse(snmp.read(), BASIC, counters);
        ProtocolTable.parse(netstat.read(), EXTENDED, counters);
        return counters;
    }

    @Override
    public void close() {
        snmp.close();
        netstat.close();
    }
}
