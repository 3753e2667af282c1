package io.hostpulse.alerter.silence;

import java.util.function.Predicate;

/** {@code *} stands for any characters, {@code ?} for one. */
record Glob(String pattern) implements Predicate<String> {

    /** Goes back to the last star on a mismatch, so that the time is bounded by the product of both lengths. */
    @Override
    public boolean test(String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (isStar(p)) {
                star = p++;
                resume = t;
            } else if (accepts(p, text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(rest -> rest == '*');
    }

    private boolean isStar(int index) {
        return index < pattern.length() && pattern.charAt(index) == '*';
    }

    private boolean accepts(int index, char character) {
        return index < pattern.length() && (pattern.charAt(index) == '?' || pattern.charAt(index) == character);
    }
}
