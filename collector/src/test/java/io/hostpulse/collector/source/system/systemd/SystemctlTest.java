package io.hostpulse.collector.source.system.systemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SystemctlTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatSystemctlPrints() throws Exception {
        assertThat(UnitListText.names("""
                nginx.service             loaded failed failed A high performance web server
                systemd-sysctl.service    loaded failed failed Apply Kernel Variables
                """)).containsExactly("nginx.service", "systemd-sysctl.service");
        assertThat(UnitListText.names("● mnt-backup.mount loaded failed failed /mnt/backup\n-.mount loaded failed\n"))
                .containsExactly("mnt-backup.mount", "-.mount");
        assertThat(UnitListText.names("\nWarning: the journal.service was rotated.\n"))
                .isEmpty();
    }

    @Test
    void asksAProgramWithItsArgumentsAndInAPlainEnvironment() throws Exception {
        Systemctl systemctl = script("echo \"$1.service loaded\"; echo \"lang-$LC_ALL-$HOME.mount loaded\"", "a;b");
        assertThat(systemctl.ask()).containsExactly("a;b.service", "lang-C-.mount");
    }

    @Test
    void givesUpOnOneThatDoesNotEnd() throws Exception {
        assertThatThrownBy(() ->
                        script("exec sleep 600", "x", Duration.ofMillis(50)).ask())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not answer within 50 ms");
    }

    @Test
    void saysWhatWentWrong() throws Exception {
        assertThatThrownBy(() -> script("echo 'Failed to connect to bus' >&2; exit 1", "x")
                        .ask())
                .hasMessageContaining("ended with 1: Failed to connect to bus");
        assertThatThrownBy(() -> new Systemctl(List.of(folder.resolve("none").toString()), Duration.ofSeconds(1)).ask())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none");
    }

    private Systemctl script(String body, String argument) throws IOException {
        return script(body, argument, Duration.ofSeconds(30));
    }

    private Systemctl script(String body, String argument, Duration limit) throws IOException {
        Path file = Files.writeString(folder.resolve("systemctl"), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new Systemctl(List.of(file.toString(), argument), limit);
    }
}
