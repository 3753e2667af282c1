package io.hostpulse.collector.source.process.mask;

import java.util.ArrayList;
import java.util.List;

/** Cuts a script where a shell would: between words and the blanks between them. Together the pieces are the text again. */
final class Pieces {

    private Pieces() {}

    static List<String> of(String text) {
        List<String> pieces = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = Character.isWhitespace(text.charAt(start)) ? blanksEnd(text, start) : wordEnd(text, start);
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }

    private static int blanksEnd(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Quotes hold a word together; one that is never closed holds all that follows. */
    private static int wordEnd(String text, int start) {
        char quote = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                return i;
            }
            if (c == '\\') {
                i++;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return text.length();
    }
}
