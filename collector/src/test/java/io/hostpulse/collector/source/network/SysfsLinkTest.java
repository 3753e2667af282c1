package io.hostpulse.collector.source.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SysfsLinkTest {

    @TempDir
    Path folder;

    @Test
    void isUpWithItsSpeed() throws Exception {
        link("up", "0x1003", "1", "10000");
        assertThat(new SysfsLink(folder).read())
                .isEqualTo(new LinkState(new Value.Flag(true), OptionalLong.of(10000), false));
    }

    @Test
    void believesTheFlagsOfADriverThatDoesNotKnow() throws Exception {
        link("unknown", "0x9", "772", "-1");
        assertThat(new SysfsLink(folder).read())
                .isEqualTo(new LinkState(new Value.Flag(true), OptionalLong.empty(), true));
        link("unknown", "0x8", "772", "-1");
        assertThat(new SysfsLink(folder).read().up()).isEqualTo(new Value.Flag(false));
    }

    @Test
    void isDownWhenItsLinkIs() throws Exception {
        link("down", "0x1003", "1", "-1");
        assertThat(new SysfsLink(folder).read().up()).isEqualTo(new Value.Flag(false));
    }

    @Test
    void isUnknownWhenItHasJustGone() {
        LinkState gone = new SysfsLink(folder.resolve("gone0")).read();
        assertThat(gone.up()).isInstanceOf(Value.Missing.class);
        assertThat(gone.speed()).isEqualTo(OptionalLong.empty());
    }

    private void link(String state, String flags, String type, String speed) throws IOException {
        Files.writeString(folder.resolve("operstate"), state + "\n");
        Files.writeString(folder.resolve("flags"), flags + "\n");
        Files.writeString(folder.resolve("type"), type + "\n");
        Files.writeString(folder.resolve("speed"), speed + "\n");
    }
}
