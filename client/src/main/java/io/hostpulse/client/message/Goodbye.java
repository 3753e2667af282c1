package io.hostpulse.client.message;

import java.time.Duration;

/**
 * The broker stops.
 *
 * @param message why, for people
 * @param reconnectIn when to come back
 */
public record Goodbye(String message, Duration reconnectIn) implements Message {}
