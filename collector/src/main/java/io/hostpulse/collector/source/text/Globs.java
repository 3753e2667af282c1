package io.hostpulse.collector.source.text;

import java.util.List;

/**
 * Names chosen by patterns in which {@code *} stands for any characters, {@code /} too, and {@code ?} for one.
 *
 * @param patterns the patterns; none matches nothing
 */
public record Globs(List<String> patterns) {

    /** Copies the list. */
    public Globs {
        patterns = List.copyOf(patterns);
    }

    /**
     * Tells whether any pattern matches a whole name.
     *
     * @param name the name
     * @return whether it is chosen
     */
    public boolean matches(String name) {
        for (String pattern : patterns) {
            if (matches(pattern, name)) {
                return true;
            }
        }
        return false;
    }

    /** Goes back to the last star on a mismatch, so that the time is bounded by the product of both lengths. */
    private static boolean matches(String pattern, String name) {
        int p = 0;
        int star = -1;
        int resume = 0;
        int n = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
