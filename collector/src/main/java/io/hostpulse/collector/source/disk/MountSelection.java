package io.hostpulse.collector.source.disk;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses which mounts are asked. */
final class MountSelection {

    private final DiskOptions options;

    MountSelection(DiskOptions options) {
        this.options = options;
    }

    boolean isExplicit() {
        return !options.paths().isEmpty();
    }

    /** The listed paths; or, when none is listed, the mounts of local filesystems, each filesystem once. */
    List<Target> targets(List<Mount> mounts) {
        Collection<Mount> visible = visible(mounts);
        return isExplicit()
                ? options.paths().stream().map(path -> target(path, visible)).toList()
                : onePerFilesystem(visible).stream()
                        .map(mount -> new Target(mount.path(), Optional.of(mount)))
                        .toList();
    }

    Target primary(List<Mount> mounts) {
        return target(options.primary(), visible(mounts));
    }

    private static Target target(String path, Collection<Mount> mounts) {
        return new Target(
                path,
                mounts.stream().filter(mount -> mount.contains(path)).max(Comparator.comparingInt(mount -> mount.path()
                        .length())));
    }

    /** Of several mounts on the same path only the last can be seen; the table is in the order of mounting. */
    private static Collection<Mount> visible(List<Mount> mounts) {
        Map<String, Mount> byPath = new LinkedHashMap<>();
        mounts.forEach(mount -> byPath.put(mount.path(), mount));
        return byPath.values();
    }

    /** A bind mount shows a filesystem again: the shortest path is kept, at equal length the first. */
    private Collection<Mount> onePerFilesystem(Collection<Mount> mounts) {
        Map<String, Mount> byFilesystem = new LinkedHashMap<>();
        for (Mount mount : mounts) {
            if (isWanted(mount)) {
                byFilesystem.merge(mount.id(), mount, MountSelection::shorter);
            }
        }
        return byFilesystem.values();
    }

    /** The primary mount is wanted whatever it is: in a container it is an overlay. */
    private boolean isWanted(Mount mount) {
        return mount.path().equals(options.primary())
                || (FilesystemTypes.isLocal(mount.type())
                        && !options.excludedTypes().contains(mount.type())
                        && !options.excludedMounts().matches(mount.path()));
    }

    private static Mount shorter(Mount first, Mount second) {
        return second.path().length() < first.path().length() ? second : first;
    }
}
