package io.hostpulse.collector.source.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlatformTest {

    @Test
    void isToldByTheNameThatJavaGivesTheSystem() {
        assertThat(Platform.named("Linux")).isEqualTo(Platform.LINUX);
        assertThat(Platform.named("Windows Server 2022")).isEqualTo(Platform.WINDOWS);
        assertThat(Platform.named("Mac OS X")).isEqualTo(Platform.OTHER);
        assertThat(Platform.named("FreeBSD")).isEqualTo(Platform.OTHER);
    }
}
