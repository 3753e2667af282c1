package io.hostpulse.alerter.notify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Text in a header, which is ASCII only: what is more is written as RFC 2047's encoded words. */
public final class EncodedWords {

    /** A word has at most 75 characters; this many bytes make 60 of them. */
    private static final int MOST_BYTES = 45;

    private EncodedWords() {}

    /**
     * Writes a text for a header.
     *
     * @param line one line, as {@link PlainText#line(String)} makes it
     * @return the same in ASCII; words of at most 75 characters with a space between two, or the text itself if it is ASCII and cannot be
     *     taken for such a word
     */
    public static String of(String line) {
        boolean isAscii = line.chars().allMatch(c -> c >= ' ' && c <= '~');
        return isAscii && !line.contains("=?") ? line : String.join(" ", words(line));
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        line.codePoints().forEach(point -> {
            String character = Character.toString(point);
            if (bytes(word + character).length > MOST_BYTES) {
                words.add(word(word.toString()));
                word.setLength(0);
            }
            word.append(character);
        });
        words.add(word(word.toString()));
        return words;
    }

    private static String word(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(text)) + "?=";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
