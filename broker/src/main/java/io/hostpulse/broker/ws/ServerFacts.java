package io.hostpulse.broker.ws;

import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.Version;
import java.time.Duration;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What the server tells about itself.
 *
 * @param hostName the machine that is watched
 * @param startTime when the server started, epoch nanoseconds
 * @param interval the time between two messages
 * @param compresses whether clients may agree on compression; asked at each handshake
 * @param streamNames lists the streams that exist now; may be asked by any thread
 */
public record ServerFacts(
        String hostName,
        long startTime,
        Duration interval,
        BooleanSupplier compresses,
        Supplier<Collection<StreamName>> streamNames) {

    private static final double MILLIS_PER_SECOND = 1000.0;

    String version() {
        return Version.CURRENT;
    }

    String protocol() {
        return "hostpulse.v1";
    }

    Collection<StreamName> streams() {
        return streamNames.get();
    }

    double intervalSeconds() {
        return interval.toMillis() / MILLIS_PER_SECOND;
    }
}
