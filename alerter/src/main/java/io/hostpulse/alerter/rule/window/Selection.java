package io.hostpulse.alerter.rule.window;

/** Finds the value of a rank without sorting all of them. */
final class Selection {

    private Selection() {}

    /** Finds the value at a place in ascending order; puts the values into another order. */
    static double ranked(double[] values, int size, int rank) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            double pivot = values[(low + high) >>> 1];
            int left = low;
            int right = high;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    swap(values, left++, right--);
                }
            }
            if (rank <= right) {
                high = right;
            } else if (rank >= left) {
                low = left;
            } else {
                return values[rank];
            }
        }
        return values[rank];
    }

    private static void swap(double[] values, int one, int other) {
        double kept = values[one];
        values[one] = values[other];
        values[other] = kept;
    }
}
