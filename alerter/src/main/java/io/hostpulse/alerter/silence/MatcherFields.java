package io.hostpulse.alerter.silence;

import io.hostpulse.alerter.fields.FieldReader;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The form of a matcher in records: a list of patterns by field, and labels inside. */
public final class MatcherFields {

    private MatcherFields() {}

    /**
     * Writes a matcher.
     *
     * @param matcher any matcher
     * @return its fields
     */
    public static Fields of(AlertMatcher matcher) {
        Fields.Builder fields = Fields.builder();
        matcher.fields().forEach((field, patterns) -> fields.put(field.label(), texts(patterns)));
        Fields.Builder labels = Fields.builder();
        matcher.labels().forEach((label, patterns) -> labels.put(label, texts(patterns)));
        return fields.put("labels", labels.build()).build();
    }

    /**
     * Reads a matcher back.
     *
     * @param fields what {@link #of} wrote
     * @return the matcher
     * @throws RecordFormatException when it is none
     */
    public static AlertMatcher parse(FieldReader fields) {
        Map<AlertMatcher.Field, List<TextPattern>> patterns = new EnumMap<>(AlertMatcher.Field.class);
        try {
            for (AlertMatcher.Field field : AlertMatcher.Field.values()) {
                patterns.put(field, TextPattern.parseAll(fields.texts(field.label())));
            }
            return new AlertMatcher(
                    patterns,
                    fields.named(
                            "labels", label -> TextPattern.parseAll(label.in().texts(label.name()))));
        } catch (IllegalArgumentException wrong) {
            throw new RecordFormatException("no matcher: " + wrong.getMessage());
        }
    }

    private static List<Value.Text> texts(List<TextPattern> patterns) {
        return patterns.stream()
                .map(pattern -> new Value.Text(pattern.toString()))
                .toList();
    }
}
