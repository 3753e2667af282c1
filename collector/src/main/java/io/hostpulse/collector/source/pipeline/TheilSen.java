package io.hostpulse.collector.source.pipeline;

import java.util.Arrays;

/**
 * A slope that outliers do not move: the median of the slopes between all pairs of points. Up to 29 % of the points may be
 * arbitrarily wrong. Takes time and room for every pair, so the number of points must be bounded.
 */
final class TheilSen {

    private TheilSen() {}

    /**
     * Finds the slope.
     *
     * @param x strictly increasing
     * @param y as many as x, at least two
     */
    static double slope(long[] x, double[] y) {
        double[] slopes = new double[x.length * (x.length - 1) / 2];
        int at = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                slopes[at++] = (y[j] - y[i]) / (x[j] - x[i]);
            }
        }
        return median(slopes);
    }

    /** Of at least one number; sorts them. */
    static double median(double[] numbers) {
        Arrays.sort(numbers);
        int half = numbers.length / 2;
        return numbers.length % 2 == 1 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2;
    }
}
