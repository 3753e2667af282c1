package io.hostpulse.collector.source.text;

import java.io.IOException;

/** A file does not have the form it should have. The message names the file and quotes the start of the offending text. */
public final class MalformedTextException extends IOException {

    private static final long serialVersionUID = 1L;

    /** A line of such a file can be megabytes long, and the message travels in every snapshot. */
    private static final int QUOTE_LIMIT = 80;

    /**
     * Describes what is wrong.
     *
     * @param file the file's path
     * @param expected what should have been there
     * @param found the text that was there instead; its first 80 characters are quoted, control characters as {@code ?}
     */
    public MalformedTextException(String file, String expected, String found) {
        super(file + ": expected " + expected + ", found '" + quote(found) + "'");
    }

    private static String quote(String found) {
        int length = Math.min(found.length(), QUOTE_LIMIT);
        StringBuilder quote = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = found.charAt(i);
            quote.append(Character.isISOControl(c) ? '?' : c);
        }
        return quote.toString();
    }
}
