package io.hostpulse.collector.source.text;

import java.nio.charset.StandardCharsets;

/** In lists of mounts the kernel writes blanks, line ends and backslashes as a backslash and three octal digits. */
public final class OctalEscapes {

    private OctalEscapes() {}

    /**
     * Undoes the escaping.
     *
     * @param text a word as the kernel wrote it
     * @return the word that was meant
     */
    public static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        byte[] from = text.getBytes(StandardCharsets.UTF_8);
        byte[] to = new byte[from.length];
        int length = 0;
        for (int i = 0; i < from.length; i++) {
            boolean escaped = from[i] == '\\' && isOctal(from, i + 1);
            to[length++] = escaped ? octal(from, i + 1) : from[i];
            i += escaped ? 3 : 0;
        }
        return new String(to, 0, length, StandardCharsets.UTF_8);
    }

    private static boolean isOctal(byte[] bytes, int at) {
        return at + 3 <= bytes.length
                && bytes[at] >= '0'
                && bytes[at] <= '3'
                && isOctalDigit(bytes[at + 1])
                && isOctalDigit(bytes[at + 2]);
    }

    private static boolean isOctalDigit(byte b) {
        return b >= '0' && b <= '7';
    }

    private static byte octal(byte[] bytes, int at) {
        return (byte) ((bytes[at] - '0') * 64 + (bytes[at + 1] - '0') * 8 + bytes[at + 2] - '0');
    }
}
