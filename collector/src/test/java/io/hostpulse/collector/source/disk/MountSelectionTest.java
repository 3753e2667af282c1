package io.hostpulse.collector.source.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.text.Globs;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MountSelectionTest {

    private static final Mount ROOT = mount("8:1", "/", "ext4");
    private static final Mount HOME = mount("8:2", "/home", "xfs");

    @Test
    void choosesLocalFilesystems() {
        assertThat(paths(select(), ROOT, HOME)).containsExactly("/", "/home");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proc",
                "sysfs",
                "cgroup2",
                "tmpfs",
                "devtmpfs",
                "autofs",
                "overlay",
                "squashfs",
                "nfs",
                "nfs4",
                "cifs",
                "smb3",
                "fuse.sshfs",
                "9p",
                "ceph"
            })
    void skipsWhatIsNoLocalFilesystem(String type) {
        assertThat(paths(select(), ROOT, mount("0:40", "/mnt", type))).containsExactly("/");
    }

    @Test
    void showsAFilesystemThatIsMountedTwiceAtItsShortestPath() {
        assertThat(paths(select(), ROOT, mount("8:2", "/srv/export/home", "xfs"), HOME, mount("8:2", "/hone", "xfs")))
                .containsExactly("/", "/home");
    }

    @Test
    void seesOnlyTheLastOfSeveralMountsOnOnePath() {
        assertThat(select().targets(List.of(ROOT, HOME, mount("8:3", "/home", "btrfs"))))
                .extracting(target -> target.mount().orElseThrow().type())
                .containsExactly("ext4", "btrfs");
    }

    @Test
    void keepsTheRootOfAContainer() {
        assertThat(paths(select(), mount("0:50", "/", "overlay"), mount("0:51", "/x", "overlay")))
                .containsExactly("/");
    }

    @Test
    void leavesOutExcludedTypesAndMounts() {
        DiskOptions options = new DiskOptions(List.of(), Set.of("vfat"), new Globs(List.of("/snap/*")), "/");
        assertThat(paths(
                        new MountSelection(options),
                        ROOT,
                        mount("8:4", "/boot/efi", "vfat"),
                        mount("8:5", "/snap/core/1", "ext4")))
                .containsExactly("/");
    }

    @Test
    void asksListedPathsAndNothingElseWhateverTheirFilesystem() {
        DiskOptions options =
                new DiskOptions(List.of("/mnt/share/photos", "/tmp"), Set.of(), new Globs(List.of()), "/");
        MountSelection selection = new MountSelection(options);
        List<Target> targets =
                selection.targets(List.of(ROOT, mount("0:9", "/mnt/share", "nfs4"), mount("0:8", "/tmp", "tmpfs")));

        assertThat(targets).extracting(Target::path).containsExactly("/mnt/share/photos", "/tmp");
        assertThat(targets)
                .extracting(target -> target.mount().orElseThrow().type())
                .containsExactly("nfs4", "tmpfs");
        assertThat(selection.primary(List.of(ROOT)).mount()).contains(ROOT);
    }

    @Test
    void doesNotTakeANeighbourForTheMountOfAPath() {
        assertThat(HOME.contains("/home/a")).isTrue();
        assertThat(HOME.contains("/home")).isTrue();
        assertThat(HOME.contains("/homestead")).isFalse();
        assertThat(mount("C", "C:\\", "ntfs").contains("C:\\Users")).isTrue();
    }

    private static MountSelection select() {
        return new MountSelection(new DiskOptions(List.of(), Set.of(), new Globs(List.of()), "/"));
    }

    private static Mount mount(String id, String path, String type) {
        return new Mount(id, path, type, "/dev/" + id, false);
    }

    private static List<String> paths(MountSelection selection, Mount... mounts) {
        return selection.targets(List.of(mounts)).stream().map(Target::path).toList();
    }
}
