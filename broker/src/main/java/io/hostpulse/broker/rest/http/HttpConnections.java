package io.hostpulse.broker.rest.http;

import io.hostpulse.common.process.Counter;
import io.hostpulse.common.process.ProcessMark;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The connections that are not, or not yet, WebSockets. When there are too many, the one that has made the server wait for a request
 * longest makes room: so thousands that never finish theirs keep nobody out. Used by the front's thread.
 */
public final class HttpConnections {

    private final Supplier<HttpLimits> limits;
    private final Map<Channel, InetAddress> all = new HashMap<>();
    private final Map<InetAddress, Integer> byAddress = new HashMap<>();
    /** Those that owe a request, the longest wait first. */
    private final Map<Channel, InetAddress> waiting = new LinkedHashMap<>();

    private final Counter present;
    private final Counter displaced;
    private final Counter refused;

    /**
     * Starts without any.
     *
     * @param limits how many there may be now; asked at any time
     * @param mark shows how many there are
     */
    public HttpConnections(Supplier<HttpLimits> limits, ProcessMark mark) {
        this.limits = limits;
        present = mark.counter("http_connections");
        displaced = mark.counter("http_connections_displaced_total");
        refused = mark.counter("http_connections_refused_total");
    }

    HttpLimits limits() {
        return limits.get();
    }

    /** Lets one in, if need be in another's place; false when all others are being answered. */
    boolean arrive(Channel channel, InetAddress address) {
        boolean hasRoom = (all.size() < limits().connections() || displaceOldest())
                && (byAddress.getOrDefault(address, 0) < limits().perAddress() || displaceOldest(address));
        if (hasRoom) {
            all.put(channel, address);
            byAddress.merge(address, 1, Integer::sum);
            waiting.put(channel, address);
            present.set(all.size());
        } else {
            refused.add(1);
        }
        return hasRoom;
    }

    private boolean displaceOldest() {
        Iterator<Channel> oldest = waiting.keySet().iterator();
        return oldest.hasNext() && displace(oldest.next());
    }

    private boolean displaceOldest(InetAddress address) {
        for (Map.Entry<Channel, InetAddress> one : waiting.entrySet()) {
            if (one.getValue().equals(address)) {
                return displace(one.getKey());
            }
        }
        return false;
    }

    private boolean displace(Channel channel) {
        displaced.add(1);
        leave(channel);
        channel.close();
        return true;
    }

    /** Its request is being answered. */
    void busy(Channel channel) {
        waiting.remove(channel);
    }

    /** It may send its next request. */
    void idle(Channel channel) {
        InetAddress address = all.get(channel);
        if (address != null) {
            waiting.put(channel, address);
        }
    }

    /** It is closed, or a WebSocket now. */
    void leave(Channel channel) {
        waiting.remove(channel);
        InetAddress address = all.remove(channel);
        if (address != null) {
            byAddress.computeIfPresent(address, (known, count) -> count == 1 ? null : count - 1);
            present.set(all.size());
        }
    }
}
