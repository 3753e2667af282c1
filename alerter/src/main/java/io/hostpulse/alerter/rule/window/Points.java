package io.hostpulse.alerter.rule.window;

import java.util.Arrays;

/** Values with their times, oldest first, in a ring that grows as needed up to its limit. Not thread-safe. */
final class Points {

    private static final int FIRST_CAPACITY = 16;

    private long[] times = new long[FIRST_CAPACITY];
    private double[] values = new double[FIRST_CAPACITY];
    private int[] weights = new int[FIRST_CAPACITY];
    private int first;
    private int size;

    int size() {
        return size;
    }

    long time(int index) {
        return times[slot(index)];
    }

    double value(int index) {
        return values[slot(index)];
    }

    int weight(int index) {
        return weights[slot(index)];
    }

    void add(long time, double value) {
        if (size == times.length) {
            grow();
        }
        size++;
        times[slot(size - 1)] = time;
        values[slot(size - 1)] = value;
        weights[slot(size - 1)] = 1;
    }

    void mergeIntoLast(double merged) {
        values[slot(size - 1)] = merged;
        weights[slot(size - 1)]++;
    }

    void removeFirst() {
        first = slot(1);
        size--;
    }

    // A power of two, so that the slot is a mask away.
    private int slot(int index) {
        return (first + index) & (times.length - 1);
    }

    private void grow() {
        int longer = times.length * 2;
        long[] newTimes = new long[longer];
        double[] newValues = new double[longer];
        int[] newWeights = Arrays.copyOf(weights, longer);
        for (int index = 0; index < size; index++) {
            newTimes[index] = time(index);
            newValues[index] = value(index);
            newWeights[index] = weight(index);
        }
        times = newTimes;
        values = newValues;
        weights = newWeights;
        first = 0;
    }
}
