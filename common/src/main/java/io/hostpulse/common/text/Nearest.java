package io.hostpulse.common.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what a misspelt word was meant to be. */
public final class Nearest {

    private static final int MOST_EDITS = 3;

    private Nearest() {}

    /**
     * Asks back.
     *
     * @param word what was written
     * @param candidates what there is
     * @return a question to append to a message, or nothing when all candidates are quite different
     */
    public static String hint(String word, Collection<String> candidates) {
        return to(word, candidates)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
    }

    /**
     * Looks for what was probably meant.
     *
     * @param word what was written
     * @param candidates what there is
     * @return the nearest candidate, unless all of them are quite different
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.startsWith(word) || edits(word, candidate) <= allowed(word))
                .min(Comparator.comparingInt(candidate -> edits(word, candidate)));
    }

    // One slip in three letters; more makes a different word.
    private static int allowed(String word) {
        return Math.min(MOST_EDITS, Math.max(1, word.length() / 3));
    }

    // Letters added, dropped, replaced, or swapped with their neighbour.
    static int edits(String from, String to) {
        if (Math.abs(from.length() - to.length()) > MOST_EDITS) {
            return MOST_EDITS + 1;
        }
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        return swapped(from, to, i, j) ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }

    private static boolean swapped(String from, String to, int i, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
