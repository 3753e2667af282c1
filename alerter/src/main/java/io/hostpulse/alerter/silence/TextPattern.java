package io.hostpulse.alerter.silence;

import io.hostpulse.common.text.Glob;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Chooses texts. {@code =text} is exactly this text; {@code ~regex} is a regular expression for the whole text; anything else is a
 * glob, in which {@code *} stands for any characters and {@code ?} for one. Immutable, equal when written equally.
 */
public final class TextPattern {

    private static final int MOST_CHARACTERS = 256;

    private final String written;
    private final Predicate<String> test;

    private TextPattern(String written, Predicate<String> test) {
        this.written = written;
        this.test = test;
    }

    /**
     * Reads a pattern.
     *
     * @param text as described above, at most 256 characters
     * @return the pattern
     * @throws IllegalArgumentException when it is too long, or no regular expression; the message says what is wrong
     */
    public static TextPattern parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("a pattern has at most " + MOST_CHARACTERS + " characters");
        }
        return new TextPattern(text, test(text));
    }

    private static Predicate<String> test(String text) {
        if (text.startsWith("=")) {
            return text.substring(1)::equals;
        }
        return text.startsWith("~") ? BoundedRegex.compile(text.substring(1)) : new Glob(text)::matches;
    }

    /**
     * Reads several patterns.
     *
     * @param texts each as for {@link #parse}
     * @return the patterns
     * @throws IllegalArgumentException when one of them is wrong
     */
    public static List<TextPattern> parseAll(List<String> texts) {
        return texts.stream().map(TextPattern::parse).toList();
    }

    /**
     * Tells whether a text is chosen.
     *
     * @param text any text
     * @return whether it is; a regular expression that cannot tell within its bounds does not choose
     */
    public boolean matches(String text) {
        return test.test(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextPattern pattern && pattern.written.equals(written);
    }

    @Override
    public int hashCode() {
        return Objects.hash(written);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return written;
    }
}
