package io.hostpulse.alerter.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.hostpulse.alerter.heartbeat.HeartbeatSettings;
import io.hostpulse.alerter.route.RoutingSettings;
import io.hostpulse.alerter.route.RuleRouting;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that is shipped documents every key and changes nothing; the examples of the page are rules. */
class DocumentedAlertsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    private static Config load(Path file) {
        return Config.load(new ConfigSources(Optional.of(file), List.of(), Map.of(), ROOT));
    }

    private static RuleSet rules(Config config) {
        ConfigNode alerts = config.root().section(AlertSettings.SECTION);
        RuleRouting.read(alerts, AlertSettings.names(alerts));
        return AlertSettings.read(alerts);
    }

    @Test
    void theFileHasTheDefaults() {
        assertThat(rules(load(ROOT.resolve("config.yaml"))).all()).isEqualTo(DefaultRules.all());
    }

    @Test
    void everyBuiltInRuleIsWrittenInTheFile() {
        Config file = load(ROOT.resolve("config.yaml"));
        assertThat(file.root().section("alerts").section("rules").keys())
                .containsExactlyElementsOf(
                        DefaultRules.all().stream().map(Rule::name).toList());
    }

    @Test
    void nothingInItIsUnknown() {
        Config file = load(ROOT.resolve("config.yaml"));
        rules(file);
        RoutingSettings.read(file.root().section("alerts"));
        HeartbeatSettings.read(file.root().section("alerts"));
        file.root().keys().stream().filter(key -> !key.equals("alerts")).forEach(file::skip);
        assertThatNoException().isThrownBy(file::finish);
    }

    @Test
    void everyKeyIsInTheFileAndOnThePage() throws IOException {
        Config file = load(ROOT.resolve("config.yaml"));
        rules(file);
        String yaml = Files.readString(ROOT.resolve("config.yaml"));
        String page = Files.readString(ROOT.resolve("docs/CONFIG.md"));
        assertThat(file.asked()).isNotEmpty().allSatisfy(path -> {
            assertThat(yaml).containsPattern("(?m)^ +(# +)?" + path.substring(path.lastIndexOf('.') + 1) + "[: ]");
            assertThat(page)
                    .contains("`" + path.replaceAll("^alerts\\.rules\\.[a-z_]+\\.", "alerts.rules.NAME.") + "`");
        });
    }

    @Test
    void everyExampleOnThePageIsARule() throws IOException {
        Matcher examples = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("docs/ALERTS.md")));
        int count = 0;
        while (examples.find()) {
            Path file = Files.writeString(directory.resolve(count++ + ".yaml"), examples.group(1));
            Config config = load(file);
            rules(config);
            assertThatNoException().as(examples.group(1)).isThrownBy(config::finish);
        }
        assertThat(count).isGreaterThan(8);
    }
}
