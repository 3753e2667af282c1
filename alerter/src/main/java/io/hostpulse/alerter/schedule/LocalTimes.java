package io.hostpulse.alerter.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.zone.ZoneOffsetTransition;

/**
 * What a clock on a wall shows, as real time. A local time that clocks skip stands for the moment of the jump. One that they show
 * twice stands for the first time where something begins and for the second where it ends, so that a range never loses
 * time that its owner meant.
 */
public final class LocalTimes {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private LocalTimes() {}

    /**
     * Reads a moment.
     *
     * @param text a time with an offset, such as {@code 2026-05-01T22:00:00Z}, or a local one without
     * @param zone where a local time is meant
     * @return epoch nanoseconds; of a local time that comes twice the first
     * @throws IllegalArgumentException when the text is no time; the message says what to write
     */
    public static long parse(String text, ZoneId zone) {
        try {
            return nanos(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException withoutOffset) {
            return parseLocal(text, zone);
        }
    }

    private static long parseLocal(String text, ZoneId zone) {
        try {
            return first(LocalDateTime.parse(text), zone);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time: write it like 2026-05-01T22:00 or 2026-05-01T22:00:00Z", wrong);
        }
    }

    /** When a clock there shows this for the first time, or passes it by. */
    static long first(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition jump = zone.getRules().getTransition(local);
        return jump == null
                ? usual(local, zone)
                : jump.isGap() ? nanos(jump.getInstant()) : at(local, jump.getOffsetBefore());
    }

    /** When a clock there shows this for the last time, or passes it by. */
    static long last(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition jump = zone.getRules().getTransition(local);
        return jump == null
                ? usual(local, zone)
                : jump.isGap() ? nanos(jump.getInstant()) : at(local, jump.getOffsetAfter());
    }

    private static long usual(LocalDateTime local, ZoneId zone) {
        return at(local, zone.getRules().getOffset(local));
    }

    private static long at(LocalDateTime local, ZoneOffset offset) {
        return nanos(local.toInstant(offset));
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
    }
}
