package io.hostpulse.collector.source.system.cgroup;

import io.hostpulse.collector.source.text.KernelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the control group in which this process lives. */
final class CgroupFinder {

    private CgroupFinder() {}

    /** The exception's message says why there is no group whose limits could be read. */
    static Cgroup find(Path self) throws IOException {
        Membership membership =
                Membership.parse(KernelFile.readOnce(self.resolve("cgroup").toString()));
        if (membership.limitedByV1()) {
            throw new IOException("this host gives memory and processor time out by cgroup v1, which is not read");
        }
        String group = membership.group().orElseThrow(() -> new IOException("this host does not use cgroup v2"));
        CgroupMount mount = CgroupMount.find(
                        KernelFile.readOnce(self.resolve("mountinfo").toString()))
                .orElseThrow(() -> new IOException("cgroup v2 is not mounted here"));
        return limited(new Cgroup(group, folder(mount, group), Path.of(mount.point())));
    }

    private static Path folder(CgroupMount mount, String group) throws IOException {
        Optional<Path> folder = mount.folder(group).filter(Files::isDirectory);
        return folder.orElseThrow(
                () -> new IOException("the group " + group + " is not visible below " + mount.point()));
    }

    /** Every group but the root has this file. A container's own root is a group like any other. */
    private static Cgroup limited(Cgroup cgroup) throws IOException {
        if (!Files.exists(cgroup.folder().resolve("cgroup.type"))) {
            throw new IOException("this process is in the root group, which has no limits");
        }
        return cgroup;
    }
}
