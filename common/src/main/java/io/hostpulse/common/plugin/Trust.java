package io.hostpulse.common.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * Whose code may run here: what lies in a plugin runs with all of the user's rights, so nobody but he and root may have been able to put
 * it there. Where a system has no such rights to look at, nothing is checked.
 */
final class Trust {

    private static final Path SELF = Path.of("/proc/self");
    private static final int ROOT = 0;

    private Trust() {}

    static void check(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return;
        }
        Path real = path.toRealPath();
        int owner = uid(real);
        Path self = Files.exists(SELF) ? SELF : Path.of(System.getProperty("user.home"));
        if (owner != ROOT && owner != uid(self)) {
            throw new IOException(
                    "it belongs to '" + Files.getOwner(real).getName() + "': whoever runs Hostpulse must own it");
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(real);
        if (permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new IOException("everybody may write to it: chmod o-w " + path);
        }
    }

    private static int uid(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }
}
