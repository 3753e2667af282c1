package io.hostpulse.alerter.outbox;

import java.util.OptionalLong;

/**
 * How one handler is doing. Counts begin with the process. Immutable.
 *
 * @param name its name in the configuration
 * @param type its kind
 * @param enabled whether it sends; what waits while it does not is sent later
 * @param queued how many notifications wait, the one that is being sent included
 * @param handled how many arrived
 * @param failed how many tries failed, final ones included
 * @param dead how many were given up
 * @param nextTry when the next one is due, epoch nanoseconds; empty when nothing waits or it is not enabled
 * @param lastDelivered when one arrived last, epoch nanoseconds
 * @param lastError what was said when a try failed last, without any secret, at most 400 characters; empty when none has
 * @param lastErrorAt when that was, epoch nanoseconds
 * @param failingSince since when nothing arrived although it was tried, epoch nanoseconds; empty when the last try succeeded
 * @param times how long the newest took to arrive
 * @param lastTurn when its thread last came by, epoch nanoseconds; 0 before it began. One send may take a minute
 */
public record HandlerStats(
        String name,
        String type,
        boolean enabled,
        int queued,
        long handled,
        long failed,
        long dead,
        OptionalLong nextTry,
        OptionalLong lastDelivered,
        String lastError,
        OptionalLong lastErrorAt,
        OptionalLong failingSince,
        DeliveryTimes times,
        long lastTurn) {}
