package io.hostpulse.common.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Knows on which filesystems memory-mapped queues do not work: two hosts never see each other's mapped writes in time. */
final class NetworkFilesystems {

    private static final Set<String> TYPES = Set.of(
            "9p",
            "acfs",
            "afs",
            "beegfs",
            "ceph",
            "cifs",
            "coda",
            "cvmfs",
            "davfs",
            "gfs2",
            "glusterfs",
            "gpfs",
            "lustre",
            "ncpfs",
            "nfs",
            "nfs3",
            "nfs4",
            "ocfs2",
            "orangefs",
            "panfs",
            "pvfs2",
            "smb2",
            "smb3",
            "smbfs",
            "vboxsf");

    /** What runs behind these FUSE filesystems. */
    private static final Set<String> FUSE_TYPES = Set.of(
            "fuse.ceph",
            "fuse.ceph-fuse",
            "fuse.cvmfs2",
            "fuse.davfs",
            "fuse.gcsfuse",
            "fuse.glusterfs",
            "fuse.goofys",
            "fuse.juicefs",
            "fuse.moosefs",
            "fuse.rclone",
            "fuse.s3fs",
            "fuse.seaweedfs",
            "fuse.sshfs",
            "fuse.vmhgfs-fuse");

    private NetworkFilesystems() {}

    static boolean contains(String type) {
        String word = type.toLowerCase(Locale.ROOT);
        return TYPES.contains(word) || FUSE_TYPES.contains(word);
    }

    /** Does nothing on a local disk. */
    static void refuse(Path directory) throws IOException {
        refuse(directory, Files.getFileStore(directory).type());
    }

    static void refuse(Path directory, String type) {
        if (contains(type)) {
            throw new NetworkFilesystemException("queue " + directory + " is on a network filesystem (" + type
                    + "): memory-mapped queues need a local disk; choose another data directory");
        }
    }
}
