package io.hostpulse.broker.auth;

import io.hostpulse.common.process.EpochClock;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each address may do something: a bucket that fills up again with time. Of IPv6 a whole /64 is one address, since whoever has one has
 * all of them. Remembers the addresses that came last, some megabytes at most. Thread-safe.
 */
public final class AddressBudget {

    private static final int MOST_ADDRESSES = 10_000;
    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;
    private static final double NANOS_PER_SECOND = 1e9;

    private final double perSecond;
    private final double burst;
    private final EpochClock clock;
    private final Map<ByteBuffer, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /**
     * Sets a budget.
     *
     * @param perSecond how often in the long run
     * @param burst how often at once
     * @param clock the time
     */
    public AddressBudget(double perSecond, int burst, EpochClock clock) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.clock = clock;
    }

    /**
     * Spends one.
     *
     * @param address who does it
     * @return 0 when it may; otherwise the whole seconds until it may again, 1 or more
     */
    public synchronized int spend(InetAddress address) {
        long now = clock.nanos();
        Bucket bucket = buckets.computeIfAbsent(key(address), unseen -> new Bucket(burst, now));
        // A clock that was set back fills nothing and takes nothing away.
        bucket.left = Math.min(burst, bucket.left + Math.max(0, now - bucket.at) / NANOS_PER_SECOND * perSecond);
        bucket.at = now;
        if (bucket.left >= 1) {
            bucket.left--;
            return 0;
        }
        return (int) Math.ceil((1 - bucket.left) / perSecond);
    }

    private static ByteBuffer key(InetAddress address) {
        byte[] bytes = address.getAddress();
        return ByteBuffer.wrap(bytes.length == IPV6_BYTES ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }

    /** What an address has left. */
    private static final class Bucket {

        private double left;
        private long at;

        Bucket(double left, long at) {
            this.left = left;
            this.at = at;
        }
    }
}
