package io.hostpulse.collector.source.system.cgroup;

import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.OctalEscapes;
import io.hostpulse.collector.source.text.TextCursor;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the groups of cgroup v2 are shown.
 *
 * @param root which group is shown at the mount point; {@code /} unless only a part of the tree is mounted
 * @param point the mount point
 */
record CgroupMount(String root, String point) {

    /** Finds the first mount of type {@code cgroup2} in /proc/self/mountinfo (man 5 proc_pid_mountinfo). */
    static Optional<CgroupMount> find(TextCursor mountinfo) throws MalformedTextException {
        for (; !mountinfo.atEnd(); mountinfo.nextLine()) {
            CgroupMount mount = line(mountinfo);
            if (mountinfo.word().equals("cgroup2")) {
                return Optional.of(mount);
            }
        }
        return Optional.empty();
    }

    /** Leaves the cursor before the type, which follows a lone dash. */
    private static CgroupMount line(TextCursor text) throws MalformedTextException {
        for (int i = 0; i < 3; i++) {
            text.word(); // id, parent's id, device
        }
        CgroupMount mount = new CgroupMount(OctalEscapes.unescape(text.word()), OctalEscapes.unescape(text.word()));
        while (!text.word().equals("-")) {
            if (text.atLineEnd()) {
                throw text.malformed("' - ' and the filesystem's type");
            }
        }
        return mount;
    }

    /** The folder of a group, if this mount shows it. */
    Optional<Path> folder(String group) {
        if (root.equals("/")) {
            return group.startsWith("/..")
                    ? Optional.empty()
                    : Optional.of(Path.of(point + group).normalize());
        }
        boolean shown = group.equals(root) || group.startsWith(root + "/");
        return shown
                ? Optional.of(Path.of(point + group.substring(root.length())).normalize())
                : Optional.empty();
    }
}
