package io.hostpulse.alerter.rule;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules as flags would write them: {@code memory.warning=70}. */
record Rules(Config config) {

    static Rules defaults(String... settings) {
        return of(true, settings);
    }

    static Rules only(String... settings) {
        return of(false, settings);
    }

    private static Rules of(boolean defaults, String... settings) {
        List<String> overrides = Arrays.stream(settings)
                .map(setting -> setting.startsWith("alerts.") ? setting : "alerts.rules." + setting)
                .toList();
        List<String> all = new ArrayList<>(overrides);
        all.add("alerts.defaults=" + defaults);
        return new Rules(Config.load(new ConfigSources(Optional.empty(), all, Map.of(), Path.of("/nowhere"))));
    }

    RuleSet read() {
        RuleSet rules = AlertSettings.read(config.root().section("alerts"));
        config.finish();
        return rules;
    }

    List<String> problems() {
        try {
            read();
            return List.of();
        } catch (ConfigException wrong) {
            return wrong.problems().stream()
                    .map(problem -> problem.path() + ": " + problem.message())
                    .toList();
        }
    }
}
