package io.hostpulse.collector.source.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.OctalEscapes;
import io.hostpulse.collector.source.text.TextCursor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MountInfoTextTest {

    @Test
    void readsACapturedFile() throws Exception {
        List<Mount> mounts = MountInfoText.parse(KernelFile.readOnce("src/test/resources/proc/mountinfo"));
        assertThat(mounts).contains(new Mount("254:0", "/", "ext4", "/dev/vda", false));
        assertThat(mounts).extracting(Mount::type).contains("proc", "cgroup2", "tmpfs");
    }

    @Test
    void decodesEscapedNames() throws Exception {
        assertThat(parse("36 35 8:1 / /media/my\\040disk\\011x\\134y rw,noatime shared:1 - vfat /dev/disk\\040a rw\n"))
                .containsExactly(new Mount("8:1", "/media/my disk\tx\\y", "vfat", "/dev/disk a", false));
    }

    @Test
    void leavesABackslashAloneThatEscapesNothing() {
        assertThat(OctalEscapes.unescape("a\\9\\04")).isEqualTo("a\\9\\04");
        assertThat(OctalEscapes.unescape("gr\\303\\274n")).isEqualTo("grün");
    }

    @Test
    void skipsAnyNumberOfTags() throws Exception {
        assertThat(parse("""
                1 0 8:1 / / rw - ext4 /dev/sda1 rw
                2 1 8:2 / /a rw shared:1 master:2 propagate_from:3 - xfs /dev/sda2 rw
                """)).extracting(Mount::type).containsExactly("ext4", "xfs");
    }

    @Test
    void isReadOnlyByTheMountOrByTheFilesystem() throws Exception {
        assertThat(parse("""
                1 0 8:1 / / rw - ext4 /dev/sda1 ro,errors=remount-ro
                2 1 8:2 / /a ro,relatime - xfs /dev/sda2 rw
                3 1 8:3 / /b rw,root - xfs /dev/sda3 rw
                """)).extracting(Mount::readOnly).containsExactly(true, true, false);
    }

    @Test
    void refusesALineThatWasCutOff() {
        assertThatThrownBy(() -> parse("36 35 8:1 / /home rw,noatime shared:1\n"))
                .hasMessageContaining("/proc/self/mountinfo")
                .hasMessageContaining("/home");
        assertThatThrownBy(() -> parse("36 35 8:1 /\n")).isInstanceOf(MalformedTextException.class);
        assertThatThrownBy(() -> parse("a 35 8:1 / /\n")).isInstanceOf(MalformedTextException.class);
    }

    private static List<Mount> parse(String content) throws MalformedTextException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return MountInfoText.parse(new TextCursor("/proc/self/mountinfo", bytes, bytes.length));
    }
}
