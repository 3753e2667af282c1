package io.hostpulse.collector.source.network;

import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;

/** Reads the interfaces through OSHI, which does not count packets dropped on the way out. */
final class OshiInterfaces implements Interfaces {

    private static final int BITS_PER_MEGABIT = 1_000_000;

    private final HardwareAbstractionLayer hardware;
    private final Map<String, LinkState> links = new HashMap<>();

    OshiInterfaces(HardwareAbstractionLayer hardware) {
        this.hardware = hardware;
    }

    @Override
    public List<InterfaceCounters> counters() throws IOException {
        List<NetworkIF> interfaces = hardware.getNetworkIFs(true);
        links.clear();
        for (NetworkIF each : interfaces) {
            links.put(each.getName(), link(each));
        }
        return interfaces.stream().map(OshiInterfaces::counters).toList();
    }

    private static InterfaceCounters counters(NetworkIF from) {
        Counters counters = new Counters();
        counters.set(Counter.BYTES_RECV, from.getBytesRecv()).set(Counter.BYTES_SENT, from.getBytesSent());
        counters.set(Counter.PACKETS_RECV, from.getPacketsRecv()).set(Counter.PACKETS_SENT, from.getPacketsSent());
        counters.set(Counter.ERRORS_IN, from.getInErrors()).set(Counter.ERRORS_OUT, from.getOutErrors());
        counters.set(Counter.DROPS_IN, from.getInDrops());
        return new InterfaceCounters(from.getName(), counters);
    }

    private static LinkState link(NetworkIF from) throws SocketException {
        NetworkInterface network = from.queryNetworkInterface();
        long megabits = from.getSpeed() / BITS_PER_MEGABIT;
        return new LinkState(
                new Value.Flag(network.isUp()),
                megabits > 0 ? OptionalLong.of(megabits) : OptionalLong.empty(),
                network.isLoopback());
    }

    @Override
    public LinkState link(String name) {
        return links.get(name);
    }
}
