package io.hostpulse.collector.source.text;

import java.nio.charset.StandardCharsets;

/**
 * Walks over the bytes of a file and takes numbers and words from them without making a text of every line. A number is
 * accepted only when something follows it: a file that was cut off in the middle of one must not become a smaller number.
 * Used by one thread; valid until its file is read again.
 */
public final class TextCursor {

    private final String file;
    private final byte[] bytes;
    private final int end;
    private int at;

    /**
     * Starts at the first byte.
     *
     * @param file the path named in error messages
     * @param bytes holds the content; not copied
     * @param length how many of the bytes are content
     */
    public TextCursor(String file, byte[] bytes, int length) {
        this.file = file;
        this.bytes = bytes;
        this.end = length;
    }

    /**
     * Tells whether everything was read.
     *
     * @return whether no byte is left
     */
    public boolean atEnd() {
        return at >= end;
    }

    /**
     * Skips blanks and tells whether the line has nothing else.
     *
     * @return whether the line, or the file, is over
     */
    public boolean atLineEnd() {
        skipBlanks();
        return at >= end || bytes[at] == '\n';
    }

    /** Goes to the start of the next line. */
    public void nextLine() {
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        at = Math.min(at + 1, end);
    }

    /**
     * Steps over a text if it comes next.
     *
     * @param text what to look for; ASCII
     * @return whether it was there
     */
    public boolean accept(String text) {
        if (end - at < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        at += text.length();
        return true;
    }

    /**
     * Steps over a text that must come next, after blanks.
     *
     * @param text what must be there; ASCII
     * @throws MalformedTextException when something else is there
     */
    public void require(String text) throws MalformedTextException {
        skipBlanks();
        if (!accept(text)) {
            throw malformed("'" + text + "'");
        }
    }

    /**
     * Takes the next whole number of the line.
     *
     * @return the number, not negative
     * @throws MalformedTextException when there is none, it is cut off, or it is larger than a long
     */
    public long number() throws MalformedTextException {
        skipBlanks();
        int start = at;
        long value = digits();
        if (at == start || at >= end || !endsNumber(bytes[at])) {
            at = start;
            throw malformed("a whole number");
        }
        return value;
    }

    /**
     * Takes the next number of the line, with or without a fraction.
     *
     * @return the number, not negative
     * @throws MalformedTextException when there is none or it is cut off
     */
    public double decimal() throws MalformedTextException {
        skipBlanks();
        int start = at;
        while (at < end && (isDigit(bytes[at]) || bytes[at] == '.')) {
            at++;
        }
        if (at >= end || !endsNumber(bytes[at])) {
            at = start;
            throw malformed("a number");
        }
        return parse(start);
    }

    private double parse(int start) throws MalformedTextException {
        try {
            return Double.parseDouble(text(start, at));
        } catch (NumberFormatException e) {
            at = start;
            MalformedTextException malformed = malformed("a number");
            malformed.initCause(e);
            throw malformed;
        }
    }

    /**
     * Takes what comes before the next blank or line end, after blanks.
     *
     * @return the word
     * @throws MalformedTextException when the line is over
     */
    public String word() throws MalformedTextException {
        return until(' ');
    }

    /**
     * Takes what comes before a separator, a blank or the line end, after blanks. The separator is not taken.
     *
     * @param separator one ASCII character
     * @return the text before it
     * @throws MalformedTextException when there is none
     */
    public String until(char separator) throws MalformedTextException {
        skipBlanks();
        int start = at;
        while (at < end && !isBlank(bytes[at]) && bytes[at] != '\n' && bytes[at] != separator) {
            at++;
        }
        if (at == start) {
            throw malformed("a word");
        }
        return text(start, at);
    }

    /**
     * Takes the rest of the line, without blanks around it.
     *
     * @return the text, possibly empty
     */
    public String restOfLine() {
        skipBlanks();
        int start = at;
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        return text(start, at).strip();
    }

    /**
     * Makes the exception for what stands at the cursor.
     *
     * @param expected what should be there
     * @return the exception, to be thrown
     */
    public MalformedTextException malformed(String expected) {
        int start = lineStart();
        int stop = at;
        while (stop < end && bytes[stop] != '\n' && stop - start < 200) {
            stop++;
        }
        // Quote the line when the place is near its start, the place itself when it is far inside.
        return new MalformedTextException(file, expected, text(at - start < 60 ? start : at, stop));
    }

    private int lineStart() {
        int start = at;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private long digits() throws MalformedTextException {
        int start = at;
        long value = 0;
        while (at < end && isDigit(bytes[at])) {
            int digit = bytes[at] - '0';
            if (value > (Long.MAX_VALUE - digit) / 10) {
                at = start;
                throw malformed("a number of at most 63 bits");
            }
            value = value * 10 + digit;
            at++;
        }
        return value;
    }

    private void skipBlanks() {
        while (at < end && isBlank(bytes[at])) {
            at++;
        }
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private static boolean endsNumber(byte b) {
        return isBlank(b) || b == '\n' || b == ':' || b == '/';
    }
}
