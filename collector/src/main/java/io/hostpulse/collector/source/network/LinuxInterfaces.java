package io.hostpulse.collector.source.network;

import io.hostpulse.collector.source.text.KernelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Reads /proc/net/dev at every sample and /sys/class/net only now and then: it is four files per interface, and asking a
 * driver for its speed takes the lock of the whole network configuration.
 */
final class LinuxInterfaces implements Interfaces {

    private static final Path CLASS_FOLDER = Path.of("/sys/class/net");
    private static final long LINK_VALID_NANOS = 5_000_000_000L;

    private final KernelFile dev = new KernelFile("/proc/net/dev");
    private final LongSupplier nanoTime;
    private final Map<String, LinkState> links = new HashMap<>();
    private long linksSince;

    LinuxInterfaces(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.linksSince = nanoTime.getAsLong();
    }

    @Override
    public List<InterfaceCounters> counters() throws IOException {
        forgetOldLinks(nanoTime.getAsLong());
        return NetDevText.parse(dev.read());
    }

    private void forgetOldLinks(long now) {
        if (now - linksSince >= LINK_VALID_NANOS) {
            links.clear();
            linksSince = now;
        }
    }

    @Override
    public LinkState link(String name) {
        return links.computeIfAbsent(name, key -> new SysfsLink(CLASS_FOLDER.resolve(key)).read());
    }

    @Override
    public void close() {
        dev.close();
    }
}
