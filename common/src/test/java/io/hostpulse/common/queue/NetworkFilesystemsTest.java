package io.hostpulse.common.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkFilesystemsTest {

    @TempDir
    Path local;

    @ParameterizedTest
    @ValueSource(
            strings = {"nfs", "nfs4", "cifs", "smb3", "9p", "ceph", "lustre", "fuse.sshfs", "fuse.glusterfs", "NFS4"})
    void knowsNetworkFilesystems(String type) {
        assertThat(NetworkFilesystems.contains(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "fuseblk", "fuse", "apfs", ""})
    void letsLocalOnesPass(String type) {
        assertThat(NetworkFilesystems.contains(type)).isFalse();
    }

    @Test
    void saysWhatToDoInstead() {
        assertThatThrownBy(() -> NetworkFilesystems.refuse(Path.of("/srv/queues/memory"), "nfs4"))
                .isInstanceOf(NetworkFilesystemException.class)
                .hasMessage(
                        "queue /srv/queues/memory is on a network filesystem (nfs4): memory-mapped queues need a local"
                                + " disk; choose another data directory");
    }

    @Test
    void acceptsTheDiskOfThisTest() throws IOException {
        NetworkFilesystems.refuse(local);
    }
}
