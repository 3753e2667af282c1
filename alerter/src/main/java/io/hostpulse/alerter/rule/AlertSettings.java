package io.hostpulse.alerter.rule;

import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.model.StreamName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the section {@code alerts}: the rules that are built in unless they are switched off, and those that are written. */
public final class AlertSettings {

    /** The section's key. */
    public static final String SECTION = "alerts";

    /** What a rule that is not built in starts from. */
    static final Rule BLANK =
            RuleBuilder.of("blank", "*").limit(AlertLevel.WARNING, 0).build();

    private final ConfigNode node;
    private final ConfigNode rules;
    private final FlappingLimit flapping;
    private final Duration goneAfter;

    private AlertSettings(ConfigNode node) {
        this.node = node;
        this.rules = node.section("rules");
        this.flapping = RuleReader.flapping(node.section("flapping"), FlappingLimit.USUAL);
        this.goneAfter = node.duration("gone_after", RuleBuilder.USUAL_GONE_AFTER, Duration.ZERO, Duration.ofDays(1));
    }

    /**
     * Reads the rules; problems are reported through the section.
     *
     * @param node the section
     * @return the rules in force: the built-in ones first, then the others in the order of the file
     */
    public static RuleSet read(ConfigNode node) {
        return new AlertSettings(node).read();
    }

    /**
     * Names the rules, also those that are switched off.
     *
     * @param node the section
     * @return their names: of the built-in ones first, then of the others in the order of the file
     */
    public static List<String> names(ConfigNode node) {
        return List.copyOf(new AlertSettings(node).bases().keySet());
    }

    private RuleSet read() {
        List<Rule> all = new ArrayList<>();
        bases().forEach((name, base) -> read(name, base, all));
        return RuleSet.of(all);
    }

    /** What each rule starts from. */
    private Map<String, Rule> bases() {
        boolean defaults = node.flag("defaults", true);
        Map<String, Rule> builtIn = new LinkedHashMap<>();
        DefaultRules.all().forEach(base -> builtIn.put(base.name(), base));
        Map<String, Rule> bases = new LinkedHashMap<>(builtIn);
        bases.keySet().removeIf(name -> !defaults && !rules.keys().contains(name));
        rules.keys().stream()
                .filter(name -> !builtIn.containsKey(name) && isName(name))
                .forEach(name -> bases.put(name, BLANK));
        return bases;
    }

    private boolean isName(String name) {
        if (!StreamName.isValid(name)) {
            rules.problem(
                    name, "not a name for a rule: use lower-case letters, digits, '_' or '-', and begin with a letter");
            return false;
        }
        return true;
    }

    private void read(String name, Rule base, List<Rule> all) {
        ConfigNode section = rules.section(name);
        boolean enabled = section.flag("enabled", true);
        Rule general = RuleBuilder.from(base)
                .named(name)
                .flapping(flapping)
                .goneAfter(goneAfter)
                .build();
        Rule rule = new RuleReader(section, general, base == BLANK).read();
        if (enabled) {
            all.add(rule);
        }
    }
}
