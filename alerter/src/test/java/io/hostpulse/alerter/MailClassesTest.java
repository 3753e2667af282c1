package io.hostpulse.alerter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.testkit.LoadedClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each class costs memory in each process, so nobody pays for mail who does not send any. */
@Timeout(120)
class MailClassesTest {

    @TempDir
    Path directory;

    @Test
    void areNotLoadedWithoutAHandlerThatNeedsThem() throws Exception {
        assertThat(mailClasses("notifications:\n  console: {}\n  hook: { type: webhook, url: https://example.org/ }\n"))
                .isEmpty();
    }

    @Test
    void areLoadedWithOne() throws Exception {
        assertThat(mailClasses(
                        "notifications:\n  mail: { type: email, host: h, from: a@b.example, to: [c@d.example] }\n"))
                .isNotEmpty();
    }

    private List<String> mailClasses(String yaml) throws Exception {
        Path config = Files.writeString(directory.resolve("config.yaml"), yaml);
        return LoadedClasses.of(Reading.class, HandlerTypes.class, config).stream()
                .filter(line -> line.contains(" jakarta.") || line.contains(" org.eclipse.angus."))
                .toList();
    }

    /** What a process does at its start. */
    static final class Reading {

        private Reading() {}

        public static void main(String[] arguments) throws IOException {
            Path file = Path.of(arguments[0]);
            Config config = Config.load(new ConfigSources(Optional.of(file), List.of(), Map.of(), file.getParent()));
            new NotificationsSection().read(config.root().section("notifications"));
            config.finish();
        }
    }
}
