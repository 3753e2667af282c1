package io.hostpulse.console.alerts;

import io.hostpulse.console.payload.RecordFields;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says which alerts a silence is about, and at which hours. */
final class SilenceWords {

    private static final List<String> FIELDS = List.of("rule", "component", "metric", "dimension", "level");

    private SilenceWords() {}

    /** For example {@code rule disk*, label team data}. */
    static String alerts(RecordFields silence) {
        RecordFields match = silence.inner("match");
        List<String> parts = new ArrayList<>();
        FIELDS.forEach(field -> add(parts, field, match.texts(field)));
        RecordFields labels = match.inner("labels");
        labels.fields()
                .values()
                .keySet()
                .forEach(label -> add(parts, "label " + label, new RecordFields(labels.fields()).texts(label)));
        return parts.isEmpty() ? "all" : AlertCells.shortened(String.join(", ", parts));
    }

    private static void add(List<String> parts, String name, List<String> patterns) {
        if (!patterns.isEmpty()) {
            parts.add(patterns.stream().map(SilenceWords::plain).collect(Collectors.joining(" or ", name + " ", "")));
        }
    }

    private static String plain(String pattern) {
        if (pattern.equals("=")) {
            return "none";
        }
        return pattern.startsWith("=") ? pattern.substring(1) : pattern;
    }

    /** For example {@code mon tue 22:00-06:00 Europe/Paris}; empty when it holds all the time. */
    static String hours(RecordFields silence) {
        RecordFields schedule = silence.inner("schedule");
        List<String> parts = new ArrayList<>(schedule.texts("days"));
        parts.addAll(schedule.texts("hours"));
        schedule.text("zone").ifPresent(parts::add);
        return String.join(" ", parts);
    }
}
