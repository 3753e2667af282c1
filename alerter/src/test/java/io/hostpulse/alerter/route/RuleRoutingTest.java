package io.hostpulse.alerter.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleRoutingTest {

    private static final List<String> RULES = List.of("memory", "disk", "site", "router");

    @TempDir
    Path directory;

    private RuleRouting read(String rules) throws IOException {
        Files.writeString(directory.resolve("config.yaml"), "alerts:\n  rules:\n" + rules.indent(4));
        Config config = Config.load(ConfigSources.in(directory));
        RuleRouting read = RuleRouting.read(config.root().section("alerts"), RULES);
        config.finish();
        return read;
    }

    private List<String> problems(String rules) throws IOException {
        try {
            read(rules);
            return List.of();
        } catch (ConfigException wrong) {
            return wrong.problems().stream().map(Object::toString).toList();
        }
    }

    @Test
    void saysNothingWhereNothingIsWritten() throws IOException {
        assertThat(read("memory: {}")).isEqualTo(RuleRouting.NONE);
    }

    @Test
    void readsWhatIsWritten() throws IOException {
        RuleRouting routing = read("memory: {cooldown: 30m}\nsite: {cooldown: 0, depends_on: [router, disk]}");
        assertThat(routing.cooldowns()).isEqualTo(Map.of("memory", Duration.ofMinutes(30), "site", Duration.ZERO));
        assertThat(routing.dependsOn()).isEqualTo(Map.of("site", List.of("router", "disk")));
    }

    @Test
    void refusesACooldownThatIsTooLong() throws IOException {
        assertThat(problems("memory: {cooldown: 2d}"))
                .singleElement()
                .asString()
                .contains("alerts.rules.memory.cooldown: '2d' is out of range");
    }

    @Test
    void proposesTheRuleThatWasMeant() throws IOException {
        assertThat(problems("site: {depends_on: memroy}"))
                .containsExactly(
                        "config.yaml:3: alerts.rules.site.depends_on: there is no rule 'memroy'; did you mean 'memory'?");
    }

    @Test
    void listsTheRulesWhenNoneIsSimilar() throws IOException {
        assertThat(problems("site: {depends_on: weather}"))
                .singleElement()
                .asString()
                .endsWith("there is no rule 'weather'; there are memory, disk, site, router");
    }

    @Test
    void namesTheRulesOfACircle() throws IOException {
        assertThat(problems("memory: {depends_on: site}\nsite: {depends_on: router}\nrouter: {depends_on: memory}"))
                .singleElement()
                .asString()
                .contains("memory → site → router → memory");
    }

    @Test
    void refusesARuleThatDependsOnItself() throws IOException {
        assertThat(problems("memory: {depends_on: memory}"))
                .singleElement()
                .asString()
                .contains("memory → memory");
    }
}
