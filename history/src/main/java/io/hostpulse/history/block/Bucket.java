package io.hostpulse.history.block;

/**
 * What a series did in a span of time in which it had at least one value.
 *
 * @param start when the span begins, epoch nanoseconds
 * @param min the smallest value
 * @param mean the mean of all values
 * @param max the largest value
 * @param last the newest value
 * @param count how many values there were, at least 1
 */
public record Bucket(long start, double min, double mean, double max, double last, long count) {}
