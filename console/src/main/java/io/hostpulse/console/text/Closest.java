package io.hostpulse.console.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which name a mistyped one was meant to be. */
public final class Closest {

    private static final int MOST_EDITS = 3;

    private Closest() {}

    /**
     * Looks for the most similar name.
     *
     * @param typed what was typed
     * @param names what there is
     * @return the name, unless all of them are quite different
     */
    public static Optional<String> to(String typed, Collection<String> names) {
        return names.stream()
                .filter(name -> name.startsWith(typed) || edits(typed, name) <= allowed(typed))
                .min(Comparator.comparingInt(name -> edits(typed, name)));
    }

    private static int allowed(String typed) {
        return Math.min(MOST_EDITS, Math.max(1, typed.length() / 3));
    }

    private static int edits(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            previous = next(previous, from.charAt(i - 1), to, i);
        }
        return previous[to.length()];
    }

    private static int[] next(int[] previous, char letter, String to, int row) {
        int[] current = new int[previous.length];
        current[0] = row;
        for (int j = 1; j < current.length; j++) {
            int replaced = previous[j - 1] + (letter == to.charAt(j - 1) ? 0 : 1);
            current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
        }
        return current;
    }
}
