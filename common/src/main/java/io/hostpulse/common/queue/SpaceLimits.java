package io.hostpulse.common.queue;

/**
 * What must stay free on the filesystem of a queue: the larger of the two.
 *
 * @param minBytes in bytes
 * @param minPercent in percent of the filesystem, 0 to 100
 */
public record SpaceLimits(long minBytes, double minPercent) {

    /** Nothing at all: appends go on until a write fails. */
    public static final SpaceLimits NONE = new SpaceLimits(0, 0);

    long neededOf(long totalBytes) {
        return Math.max(minBytes, (long) (totalBytes / 100.0 * minPercent));
    }
}
