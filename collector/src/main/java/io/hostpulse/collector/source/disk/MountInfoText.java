package io.hostpulse.collector.source.disk;

import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.OctalEscapes;
import io.hostpulse.collector.source.text.TextCursor;
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
        String path = OctalEscapes.unescape(text.word());
        String options = text.word();
        skipTags(text);
        String type = text.word();
        String device = OctalEscapes.unescape(text.word());
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
}
