package io.hostpulse.alerter.notify.file;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** New files and directories are their owner's alone, where the filesystem knows owners. */
final class OwnerOnly {

    private OwnerOnly() {}

    static FileAttribute<?>[] file(Path path) {
        return permissions(path, "rw-------");
    }

    static FileAttribute<?>[] directory(Path path) {
        return permissions(path, "rwx------");
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
