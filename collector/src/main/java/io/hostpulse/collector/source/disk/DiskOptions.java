package io.hostpulse.collector.source.disk;

import io.hostpulse.collector.source.text.Globs;
import io.hostpulse.common.config.ConfigNode;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The options of the source {@code disk}.
 *
 * @param paths when not empty, these are asked and nothing else
 * @param excludedTypes types of filesystem that are left out
 * @param excludedMounts mount points that are left out
 * @param primary the path of the top-level fields
 */
record DiskOptions(List<String> paths, Set<String> excludedTypes, Globs excludedMounts, String primary) {

    /** Files that container engines mount into containers, and what they and snaps mount outside: parts of listed disks. */
    private static final List<String> DEFAULT_EXCLUDED_MOUNTS = List.of(
            "/dev/*",
            "/proc/*",
            "/sys/*",
            "/run/user/*",
            "/run/docker/*",
            "/run/containerd/*",
            "/snap/*",
            "/var/lib/docker/*",
            "/var/lib/containers/*",
            "/var/lib/kubelet/*",
            "/etc/hosts",
            "/etc/hostname",
            "/etc/resolv.conf");

    DiskOptions {
        paths = List.copyOf(paths);
        excludedTypes = Set.copyOf(excludedTypes);
    }

    static DiskOptions from(ConfigNode options, String defaultPrimary) {
        return new DiskOptions(
                absolute(options, "paths", options.texts("paths", List.of())),
                Set.copyOf(options.texts("exclude_types", List.of())),
                new Globs(options.texts("exclude_mounts", DEFAULT_EXCLUDED_MOUNTS)),
                absolute(options, "primary", options.text("primary", defaultPrimary)));
    }

    private static List<String> absolute(ConfigNode options, String key, List<String> paths) {
        return paths.stream().map(path -> absolute(options, key, path)).toList();
    }

    private static String absolute(ConfigNode options, String key, String path) {
        if (path.indexOf(0) < 0 && new File(path).isAbsolute()) {
            return Path.of(path).normalize().toString();
        }
        options.problem(key, "'" + path + "' must be an absolute path");
        return path;
    }
}
