package io.hostpulse.alerter.outbox;

import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalLong;

/** What has come of one handler's tries. Used by its thread. */
final class Tally {

    /** A server that restarts, or a line that breaks for a moment, is no condition to show. */
    private static final long LONG = Duration.ofMinutes(1).toNanos();

    private static final long DAY = Duration.ofDays(1).toNanos();
    private static final DateTimeFormatter TODAY =
            DateTimeFormatter.ofPattern("HH:mm'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter EARLIER =
            DateTimeFormatter.ofPattern("MM-dd HH:mm'Z'").withZone(ZoneOffset.UTC);

    /** Secrets are taken out by the handler, which knows them; a plugin may have forgotten how long a line may be. */
    private static final Redaction LINE = new Redaction(List.of());

    private long handled;
    private long failed;
    private long dead;
    private OptionalLong lastDelivered = OptionalLong.empty();
    private String lastError = "";
    private OptionalLong lastErrorAt = OptionalLong.empty();
    private OptionalLong failingSince = OptionalLong.empty();
    private DeliveryTimes times = DeliveryTimes.NONE;

    void tried(Outcome outcome, long now) {
        if (outcome instanceof Outcome.Delivered) {
            lastDelivered = OptionalLong.of(now);
            failingSince = OptionalLong.empty();
        } else if (outcome instanceof Outcome.TryAgain again) {
            failed(again.reason(), now);
        } else if (outcome instanceof Outcome.Refused refused) {
            failed(refused.reason(), now);
        }
    }

    private void failed(String reason, long now) {
        failed++;
        lastError = LINE.reason(reason);
        lastErrorAt = OptionalLong.of(now);
        failingSince = failingSince.isPresent() ? failingSince : lastErrorAt;
    }

    void done(Receipt receipt) {
        if (receipt.fate() == Receipt.Fate.DELIVERED) {
            handled++;
            times = times.and(receipt.took());
        } else if (receipt.fate().isDead()) {
            dead++;
        }
    }

    /** What people should know of, or nothing. */
    String condition(String handler, long now) {
        if (failingSince.isEmpty() || now - failingSince.getAsLong() < LONG) {
            return "";
        }
        return handler + " does not take notifications since " + time(failingSince.getAsLong(), now) + ": " + lastError;
    }

    private static String time(long at, long now) {
        return (now - at < DAY ? TODAY : EARLIER).format(Instant.ofEpochSecond(0, at));
    }

    HandlerStats stats(String name, String type, boolean enabled, int queued, OptionalLong nextTry, long now) {
        return new HandlerStats(
                name,
                type,
                enabled,
                queued,
                handled,
                failed,
                dead,
                nextTry,
                lastDelivered,
                lastError,
                lastErrorAt,
                failingSince,
                times,
                now);
    }
}
