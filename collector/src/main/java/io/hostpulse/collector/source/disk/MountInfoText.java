package io.hostpulse.collector.source.disk;

import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of /proc/self/mountinfo (man 5 proc_pid_mountinfo). */
final class MountInfoText {

    private MountInfoText() {}

    static List<Mount> parse(TextCursor text) throws MalformedTextException {
        List<Mount> mounts = new ArrayList<>();
        for (; !text.atEnd(); text.nextLine()) {
            mounts.add(line(text));
        }
        return mounts;
    }

    private static Mount line(TextCursor text) throws MalformedTextException {
        text.number(); // the mount's id
        text.number(); // its parent's
        String id = text.word();
        text.word(); // which folder of the filesystem is its root here
        String path = unescape(text.word());
        String options = text.word();
        skipTags(text);
        String type = text.word();
        String device = unescape(text.word());
        return new Mount(id, path, type, device, isReadOnly(options) || isReadOnly(text.word()));
    }

    /** Between the options and a lone dash is any number of tags, such as {@code shared:1}. */
    private static void skipTags(TextCursor text) throws MalformedTextException {
        while (!text.word().equals("-")) {
            if (text.atLineEnd()) {
                throw text.malformed("' - ' and the filesystem's type");
            }
        }
    }

    private static boolean isReadOnly(String options) {
        return options.equals("ro") || options.startsWith("ro,");
    }

    /** The kernel writes blanks, line ends and backslashes as a backslash and three octal digits. */
    static String unescape(String text) {
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
