package io.hostpulse.history;

/**
 * Why there is no data for a while.
 *
 * @param from when the first record without data was taken, epoch nanoseconds
 * @param to when the last one was, or the first with data again if records are missing
 * @param kind {@code unavailable}, {@code failed}, {@code lost}, or {@code damaged} when the history itself cannot be read there
 * @param reason for a person
 */
public record GapSpan(long from, long to, String kind, String reason) {}
