package io.hostpulse.collector.source.process.mask;

/** An argument that may be a command line itself, or hold one in quotes. */
final class Script {

    /** Nobody quotes a command line inside a command line more often; what is deeper is hidden as a whole. */
    private static final int DEEPEST = 4;

    private Script() {}

    static String mask(String text) {
        return mask(text, 0);
    }

    private static String mask(String text, int depth) {
        if (text.chars().noneMatch(Character::isWhitespace)) {
            return text;
        }
        if (depth == DEEPEST) {
            return SecretMask.HIDDEN;
        }
        CommandWords words = new CommandWords();
        StringBuilder shown = new StringBuilder(text.length());
        for (String piece : Pieces.of(text)) {
            shown.append(Character.isWhitespace(piece.charAt(0)) ? piece : word(piece, words, depth));
        }
        return shown.toString();
    }

    private static String word(String word, CommandWords words, int depth) {
        String shown = words.mask(word);
        int quote = firstQuote(word);
        if (!shown.equals(word) || quote < 0) {
            return shown;
        }
        int end =
                word.indexOf(word.charAt(quote), quote + 1) < 0 ? word.length() : word.lastIndexOf(word.charAt(quote));
        return word.substring(0, quote + 1) + mask(word.substring(quote + 1, end), depth + 1) + word.substring(end);
    }

    private static int firstQuote(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == '"' || word.charAt(i) == '\'') {
                return i;
            }
        }
        return -1;
    }
}
