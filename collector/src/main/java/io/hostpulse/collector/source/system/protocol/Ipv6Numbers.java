package io.hostpulse.collector.source.system.protocol;

import io.hostpulse.collector.source.measure.Numbers;
import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.NamedNumbers;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The counters of UDP and ICMP over IPv6, from /proc/net/snmp6. */
final class Ipv6Numbers implements Numbers {

    private final KernelFile file;
    private final Set<String> wanted;

    Ipv6Numbers(Path proc, Set<String> wanted) {
        this.file = new KernelFile(proc.resolve("net/snmp6").toString());
        this.wanted = Set.copyOf(wanted);
    }

    @Override
    public Map<String, Long> read() throws IOException {
        try {
            return NamedNumbers.parse(file.read(), wanted);
        } catch (FileNotFoundException e) {
            throw new IOException("IPv6 is switched off, or its counters are hidden: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
