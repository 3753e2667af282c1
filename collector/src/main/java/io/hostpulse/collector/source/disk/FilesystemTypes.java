package io.hostpulse.collector.source.disk;

import java.util.Set;

/** Which types of filesystem keep data on this host's disks. */
final class FilesystemTypes {

    /** Made by the kernel or kept in memory. */
    private static final Set<String> PSEUDO = Set.of(
            "autofs",
            "binder",
            "binfmt_misc",
            "bpf",
            "cgroup",
            "cgroup2",
            "configfs",
            "cpuset",
            "debugfs",
            "devfs",
            "devpts",
            "devtmpfs",
            "efivarfs",
            "fdescfs",
            "fusectl",
            "hugetlbfs",
            "mqueue",
            "none",
            "nsfs",
            "overlay",
            "overlayfs",
            "aufs",
            "pipefs",
            "proc",
            "procfs",
            "pstore",
            "ramfs",
            "resctrl",
            "rootfs",
            "rpc_pipefs",
            "securityfs",
            "selinuxfs",
            "smackfs",
            "sockfs",
            "swap",
            "sysfs",
            "tmpfs",
            "tracefs",
            "usbfs",
            "virtual");

    /** Images that cannot be written to and are therefore always full. */
    private static final Set<String> IMAGES = Set.of("cramfs", "erofs", "iso9660", "romfs", "squashfs", "udf");

    /** Whose answer comes from another machine, or may: from a host or a program behind it. */
    private static final Set<String> NETWORK = Set.of(
            "9p",
            "acfs",
            "afs",
            "beegfs",
            "ceph",
            "cifs",
            "coda",
            "davfs",
            "gfs",
            "gfs2",
            "glusterfs",
            "gpfs",
            "lustre",
            "ncp",
            "ncpfs",
            "nfs",
            "nfs3",
            "nfs4",
            "ocfs2",
            "orangefs",
            "pvfs2",
            "smb",
            "smb2",
            "smb3",
            "smbfs",
            "sshfs",
            "virtiofs",
            "vboxsf",
            "vmhgfs",
            "webdav");

    private FilesystemTypes() {}

    /** A filesystem in user space ("fuse.sshfs") answers when its program does; block devices through it are "fuseblk". */
    static boolean isLocal(String type) {
        return !PSEUDO.contains(type)
                && !IMAGES.contains(type)
                && !NETWORK.contains(type)
                && !type.equals("fuse")
                && !type.startsWith("fuse.");
    }
}
