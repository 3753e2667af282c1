package io.hostpulse.alerter.silence;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that cannot hold up the alerter. Some expressions take exponential time on the wrong text: looking at a
 * character costs a step, and after {@link #MOST_STEPS} of them the answer is no. For a silence or an inhibition that is the safe
 * side: somebody is told too much.
 */
record BoundedRegex(Pattern pattern) implements Predicate<String> {

    /** Some milliseconds; an honest expression needs a few hundred. */
    static final int MOST_STEPS = 100_000;

    /** Java's matcher recurses for some expressions, once per character; this many stay far from the end of the stack. */
    static final int MOST_CHARACTERS = 1024;

    static BoundedRegex compile(String expression) {
        try {
            return new BoundedRegex(Pattern.compile(expression, Pattern.DOTALL));
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "'" + expression + "' is no regular expression: " + wrong.getDescription(), wrong);
        }
    }

    @Override
    public boolean test(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return false;
        }
        try {
            return pattern.matcher(new Counted(text)).matches();
        } catch (OutOfStepsException | StackOverflowError undecided) {
            // Deeply nested groups recurse several times per character; the stack is whole again here.
            return false;
        }
    }

    private static final class OutOfStepsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfStepsException() {
            super("too many steps", null, false, false);
        }
    }

    /** Counts how often the matcher looks. */
    private static final class Counted implements CharSequence {

        private final String text;
        private int steps;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new OutOfStepsException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
