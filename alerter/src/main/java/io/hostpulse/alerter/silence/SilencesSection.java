package io.hostpulse.alerter.silence;

import io.hostpulse.alerter.schedule.LocalTimes;
import io.hostpulse.alerter.schedule.Schedule;
import io.hostpulse.alerter.schedule.ScheduleSection;
import io.hostpulse.common.config.ConfigNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads {@code silences} and {@code maintenance}: named silences with the same keys for when and why. */
public final class SilencesSection {

    private SilencesSection() {}

    /**
     * Asks for all silences.
     *
     * @param alerts the section that holds both
     * @return those without a problem, in the order of the file
     */
    public static List<Silence> read(ConfigNode alerts) {
        List<Silence> all = new ArrayList<>();
        ConfigNode silences = alerts.section("silences");
        silences.keys().forEach(name -> silence(silences, name, Silence.Kind.SILENCE, matcher(silences, name))
                .ifPresent(all::add));
        ConfigNode windows = alerts.section("maintenance");
        windows.keys().forEach(name -> silence(windows, name, Silence.Kind.MAINTENANCE, components(windows, name))
                .ifPresent(silence -> addOnce(all, silence, windows)));
        return List.copyOf(all);
    }

    // Nobody should silence everything by forgetting something.
    private static AlertMatcher matcher(ConfigNode silences, String name) {
        AlertMatcher matcher = MatcherSection.read(silences.section(name).section("match"));
        if (matcher.isEmpty()) {
            silences.section(name).problem("match", "says which alerts; write 'rule: \"*\"' below it for all of them");
        }
        return matcher;
    }

    private static AlertMatcher components(ConfigNode windows, String name) {
        List<TextPattern> components = MatcherSection.patterns(windows.section(name), "components");
        return new AlertMatcher(Map.of(AlertMatcher.Field.COMPONENT, components), Map.of());
    }

    private static Optional<Silence> silence(ConfigNode parent, String name, Silence.Kind kind, AlertMatcher matcher) {
        ConfigNode node = parent.section(name);
        Optional<Schedule> schedule = ScheduleSection.read(node);
        OptionalLong from = time(node, "from");
        OptionalLong to = time(node, "to");
        String author = node.text("author", "configuration");
        String comment = node.text("comment", "");
        try {
            return Optional.of(new Silence(name, kind, matcher, from, to, schedule, author, comment));
        } catch (IllegalArgumentException wrong) {
            parent.problem(name, wrong.getMessage());
            return Optional.empty();
        }
    }

    private static OptionalLong time(ConfigNode node, String key) {
        try {
            Optional<String> text = node.optionalText(key);
            return text.isPresent()
                    ? OptionalLong.of(LocalTimes.parse(text.get(), ScheduleSection.zone(node)))
                    : OptionalLong.empty();
        } catch (IllegalArgumentException wrong) {
            node.problem(key, wrong.getMessage());
            return OptionalLong.empty();
        }
    }

    private static void addOnce(List<Silence> all, Silence silence, ConfigNode windows) {
        if (all.stream().anyMatch(other -> other.id().equals(silence.id()))) {
            windows.problem(silence.id(), "a silence has this name already: choose another one");
        } else {
            all.add(silence);
        }
    }
}
