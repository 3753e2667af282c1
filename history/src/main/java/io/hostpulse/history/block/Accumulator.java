package io.hostpulse.history.block;

/** Sums values and buckets up to a bucket. Not thread-safe. */
public final class Accumulator {

    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double sum;
    private double last;
    private long lastAt = Long.MIN_VALUE;
    private long count;

    /** Has nothing yet. */
    public Accumulator() {}

    /**
     * Adds one value.
     *
     * @param time when it was measured, epoch nanoseconds
     * @param value the value
     */
    public void add(long time, double value) {
        add(new Bucket(time, value, value, value, value, 1));
    }

    /**
     * Adds what was summed up before.
     *
     * @param bucket a span; what begins latest has the last value
     */
    public void add(Bucket bucket) {
        min = Math.min(min, bucket.min());
        max = Math.max(max, bucket.max());
        sum += bucket.mean() * bucket.count();
        count += bucket.count();
        if (bucket.start() >= lastAt) {
            lastAt = bucket.start();
            last = bucket.last();
        }
    }

    /**
     * Tells whether anything was added.
     *
     * @return whether there is no value
     */
    public boolean isEmpty() {
        return count == 0;
    }

    /**
     * Sums up.
     *
     * @param start when the span begins, epoch nanoseconds
     * @return the bucket
     * @throws IllegalStateException when nothing was added: no value is no bucket
     */
    public Bucket bucket(long start) {
        if (isEmpty()) {
            throw new IllegalStateException("a bucket without a value");
        }
        // Rounding can carry a mean just past what it is the mean of.
        double mean = Math.max(min, Math.min(max, sum / count));
        return new Bucket(start, min, mean, max, last, count);
    }
}
