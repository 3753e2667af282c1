package io.hostpulse.console.alerts;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.control.ControlOrder;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.text.Nearest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Fills in a silence as it stands in records: {@code kind}, {@code match}, {@code from}, {@code to}, {@code schedule}. Not thread-safe. */
public final class SilenceForm {

    private static final List<String> FIELDS = List.of("rule", "component", "metric", "dimension", "level");
    private static final List<String> LEVELS = List.of("info", "warning", "critical");

    private final Map<String, List<String>> match = new LinkedHashMap<>();
    private final Map<String, List<String>> labels = new LinkedHashMap<>();
    private OptionalLong from = OptionalLong.empty();
    private OptionalLong to = OptionalLong.empty();
    private Optional<Fields> schedule = Optional.empty();

    /** Starts with a silence about nothing. */
    public SilenceForm() {}

    /**
     * Says which alerts are meant; several patterns for one field mean any of them.
     *
     * @param field {@code rule}, {@code component}, {@code metric}, {@code dimension} or {@code level}
     * @param pattern {@code =text} for exactly this text, {@code ~regex}, or a text with {@code *} and {@code ?}
     * @return this form
     * @throws IllegalArgumentException when there is no such field or level
     */
    public SilenceForm match(String field, String pattern) {
        if (!FIELDS.contains(field)) {
            throw new IllegalArgumentException("there is no field '" + field + "'" + Nearest.hint(field, FIELDS)
                    + "; there are " + String.join(", ", FIELDS) + ", and labels with --label");
        }
        String written = field.equals("level") ? level(pattern) : pattern;
        match.computeIfAbsent(field, first -> new ArrayList<>()).add(written);
        return this;
    }

    private static String level(String pattern) {
        String level = pattern.toLowerCase(Locale.ROOT);
        boolean isPattern = level.chars().anyMatch(letter -> "=~*?".indexOf(letter) >= 0);
        if (!isPattern && !LEVELS.contains(level)) {
            throw new IllegalArgumentException("there is no level '" + pattern + "'" + Nearest.hint(level, LEVELS)
                    + "; there are " + String.join(", ", LEVELS));
        }
        return isPattern ? pattern : level;
    }

    /**
     * Says which labels the alerts have.
     *
     * @param name the label
     * @param pattern as for fields
     * @return this form
     */
    public SilenceForm label(String name, String pattern) {
        labels.computeIfAbsent(name, first -> new ArrayList<>()).add(pattern);
        return this;
    }

    /**
     * Tells whether it is still about nothing.
     *
     * @return whether no alerts are named
     */
    public boolean isAboutNothing() {
        return match.isEmpty() && labels.isEmpty();
    }

    /**
     * Says when it begins to hold.
     *
     * @param time epoch nanoseconds
     * @return this form
     */
    public SilenceForm from(long time) {
        from = OptionalLong.of(time);
        return this;
    }

    /**
     * Says when it is over.
     *
     * @param time epoch nanoseconds
     * @return this form
     */
    public SilenceForm to(long time) {
        to = OptionalLong.of(time);
        return this;
    }

    /**
     * Says at which hours it holds.
     *
     * @param days such as {@code mon-fri}; none means every day
     * @param hours such as {@code 22:00-06:00}; none means the whole day
     * @param zone whose clocks are meant
     * @return this form
     */
    public SilenceForm hours(List<String> days, List<String> hours, String zone) {
        schedule = Optional.of(Fields.builder()
                .put("days", texts(days))
                .put("hours", texts(hours))
                .put("zone", zone)
                .build());
        return this;
    }

    /**
     * Ends filling in.
     *
     * @param id its name, to choose one or to replace the silence that has it
     * @param maintenance whether work is going on that makes alerts
     * @param author who wants it
     * @param comment why; may be empty
     * @return the silence's fields
     * @throws IllegalArgumentException when it has neither end nor hours, or ends before it begins, or the comment is too long
     */
    public Fields build(Optional<String> id, boolean maintenance, String author, String comment) {
        if (to.isEmpty() && schedule.isEmpty()) {
            throw new IllegalArgumentException("say how long, with --for 2h, --until 18:00, or --days and --hours");
        }
        if (from.isPresent() && to.isPresent() && to.getAsLong() <= from.getAsLong()) {
            throw new IllegalArgumentException("a silence cannot end before it begins");
        }
        Fields.Builder fields = Fields.builder();
        id.ifPresent(name -> fields.put("id", name));
        fields.put("kind", maintenance ? "MAINTENANCE" : "SILENCE").put("match", match());
        from.ifPresent(time -> fields.put("from", Rfc3339.format(time)));
        to.ifPresent(time -> fields.put("to", Rfc3339.format(time)));
        schedule.ifPresent(hours -> fields.put("schedule", hours));
        return fields.put("author", author).put("comment", text(comment)).build();
    }

    private Fields match() {
        Fields.Builder fields = Fields.builder();
        match.forEach((field, patterns) -> fields.put(field, texts(patterns)));
        Fields.Builder named = Fields.builder();
        labels.forEach((label, patterns) -> named.put(label, texts(patterns)));
        return fields.put("labels", named.build()).build();
    }

    private static List<Value.Text> texts(List<String> texts) {
        return texts.stream().map(Value.Text::new).toList();
    }

    /**
     * Checks what somebody wants to say.
     *
     * @param text a note or a comment
     * @return the text
     * @throws IllegalArgumentException when it is longer than an order may carry
     */
    public static String text(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > ControlOrder.MAX_TEXT) {
            throw new IllegalArgumentException(
                    "the text is too long: at most " + ControlOrder.MAX_TEXT + " bytes can be kept");
        }
        return text;
    }
}
