package io.hostpulse.client.message;

import java.time.Instant;

/**
 * Something happened to an alert.
 *
 * @param event {@code fired}, {@code level}, {@code acknowledged}, {@code noted}, {@code flapping}, {@code calm} or {@code resolved}
 * @param reason why, for people; may be empty
 * @param sequence its number in the stream of alerts, which only grows
 * @param timestamp when
 * @param alert the alert as it is now
 */
public record AlertChange(String event, String reason, long sequence, Instant timestamp, Alert alert)
        implements Message {}
