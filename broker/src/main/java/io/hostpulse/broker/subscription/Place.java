package io.hostpulse.broker.subscription;

/**
 * How far somebody has come in one stream. The time tells whether a record with this number is still the one that is meant: a stream that
 * was removed and began anew counts from 1 again.
 *
 * @param sequence the last record that was seen; 0 when none was
 * @param time when that record was sampled; without one, the records before this time are not asked for; epoch nanoseconds
 */
public record Place(long sequence, long time) {}
