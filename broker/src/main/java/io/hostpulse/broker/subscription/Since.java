package io.hostpulse.broker.subscription;

import java.time.ZoneOffset;
import java.util.Optional;

/** Where a client wants to begin. */
public sealed interface Since {

    /**
     * Behind what it has seen.
     *
     * @param cursor how far it has come
     */
    record Behind(Cursor cursor) implements Since {}

    /**
     * At a time.
     *
     * @param time epoch nanoseconds; what was sampled then belongs to it
     */
    record At(long time) implements Since {}

    /**
     * Reads what a client says.
     *
     * @param text a cursor, a time in RFC 3339, or a length of time ago such as {@code 10m}
     * @param now the present, epoch nanoseconds
     * @return where it wants to begin
     * @throws IllegalArgumentException when it is none of these, with the reason for the client
     */
    static Since parse(String text, long now) {
        Optional<Cursor> cursor = Cursor.parse(text);
        if (cursor.isPresent()) {
            return new Behind(cursor.get());
        }
        try {
            return new At(Math.max(0, new io.hostpulse.common.codec.Since(now, ZoneOffset.UTC).parse(text)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'since' must be a message's cursor, a time such as 2026-01-03T10:15:30Z, or a length of time ago"
                            + " such as 10m",
                    e);
        }
    }
}
