package io.hostpulse.common.text;

/**
 * A pattern with {@code *} for any characters and {@code ?} for one. Matching takes time in proportion to pattern times text at
 * most, whatever they hold. Immutable.
 *
 * @param pattern the pattern
 */
public record Glob(String pattern) {

    /**
     * Tells whether a text stands for others.
     *
     * @param text any text
     * @return whether there is a star or a question mark in it
     */
    public static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /**
     * Tells whether everything matches.
     *
     * @return whether it is one star
     */
    public boolean matchesAll() {
        return pattern.equals("*");
    }

    /**
     * Tells whether a text matches.
     *
     * @param text any text
     * @return whether all of it does
     */
    // Goes back to the last star only: an earlier one could match nothing that the last one cannot.
    public boolean matches(String text) {
        int at = 0;
        int in = 0;
        int star = -1;
        int retry = 0;
        while (at < text.length()) {
            if (in < pattern.length() && pattern.charAt(in) == '*') {
                star = in++;
                retry = at;
            } else if (in < pattern.length() && matches(pattern.charAt(in), text.charAt(at))) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        return onlyStarsFrom(in);
    }

    private static boolean matches(char wanted, char found) {
        return wanted == '?' || wanted == found;
    }

    private boolean onlyStarsFrom(int in) {
        return pattern.chars().skip(in).allMatch(letter -> letter == '*');
    }
}
