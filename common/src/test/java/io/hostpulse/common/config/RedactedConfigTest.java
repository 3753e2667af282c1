package io.hostpulse.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactedConfigTest {

    @TempDir
    Path directory;

    @Test
    void showsWhatIsNoSecret() throws IOException {
        assertThat(shown("""
                broker:
                  port: 9000
                  auth: all
                  allowed_origins: [https://status.example]
                sources:
                  disk:
                    interval: 10s
                """)).contains("9000", "Text[value=all]", "https://status.example", "10s");
    }

    @Test
    void hidesWhatIsOrSoundsLikeOne() throws IOException {
        assertThat(shown("""
                notifications:
                  hook:
                    type: webhook
                    url: https://example.org/s3cret
                    headers:
                      X-Api-Key: s3cret
                  mail:
                    password: s3cret
                    to: [s3cret@example.org]
                sources:
                  api:
                    type: http
                    url: https://ann:s3cret@example.org/
                    bearer_token: s3cret
                    headers:
                      X-Other: s3cret
                  script:
                    command: [run, --password, s3cret]
                alerts:
                  heartbeat:
                    url: https://hc-ping.com/s3cret
                broker:
                  password: s3cret
                nosuch:
                  value: s3cret
                """)).doesNotContain("s3cret").contains("webhook", "***");
    }

    @Test
    void showsTheShippedFile() {
        assertThat(RedactedConfig.of(ConfigSources.in(Documented.ROOT)).values())
                .containsKeys("broker", "sources");
    }

    @Test
    void isEmptyWithoutAFile() {
        assertThat(RedactedConfig.of(ConfigSources.in(directory)).values()).isEmpty();
    }

    @Test
    void saysWhenTheFileIsNone() {
        assertThatThrownBy(() -> shown("a: [")).isInstanceOf(ConfigException.class);
    }

    private String shown(String yaml) throws IOException {
        Files.writeString(directory.resolve("config.yaml"), yaml);
        return RedactedConfig.of(ConfigSources.in(directory)).toString();
    }
}
