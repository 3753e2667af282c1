package io.hostpulse.alerter.silence;

import io.hostpulse.alerter.fields.FieldReader;
import io.hostpulse.alerter.schedule.Schedule;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;

/** The form of a silence in records and messages. Times are RFC 3339 with microseconds. */
public final class SilenceFields {

    private SilenceFields() {}

    /**
     * Writes a silence.
     *
     * @param silence any silence
     * @return its fields
     */
    public static Fields of(Silence silence) {
        Fields.Builder fields = Fields.builder()
                .put("id", silence.id())
                .put("kind", silence.kind().name())
                .put("match", MatcherFields.of(silence.matcher()));
        silence.from().ifPresent(time -> fields.put("from", Rfc3339.format(time)));
        silence.to().ifPresent(time -> fields.put("to", Rfc3339.format(time)));
        silence.schedule().ifPresent(schedule -> fields.put("schedule", of(schedule)));
        return fields.put("author", silence.author())
                .put("comment", silence.comment())
                .build();
    }

    private static Fields of(Schedule schedule) {
        return Fields.builder()
                .put("days", texts(schedule.dayNames()))
                .put(
                        "hours",
                        texts(schedule.hours().stream().map(Object::toString).toList()))
                .put("zone", schedule.zone().getId())
                .build();
    }

    private static List<Value.Text> texts(List<String> texts) {
        return texts.stream().map(Value.Text::new).toList();
    }

    /**
     * Reads a silence back.
     *
     * @param fields what {@link #of} wrote
     * @return the silence
     * @throws RecordFormatException when it is none
     */
    public static Silence parse(Fields fields) {
        FieldReader reader = new FieldReader(fields);
        try {
            return new Silence(
                    reader.text("id"),
                    reader.constant("kind", Silence.Kind.class),
                    reader.inner("match").map(MatcherFields::parse).orElse(AlertMatcher.ALL),
                    reader.optionalTime("from"),
                    reader.optionalTime("to"),
                    reader.inner("schedule").map(SilenceFields::schedule),
                    reader.text("author"),
                    reader.text("comment"));
        } catch (IllegalArgumentException wrong) {
            throw new RecordFormatException("no silence: " + wrong.getMessage());
        }
    }

    private static Schedule schedule(FieldReader fields) {
        return Schedule.parse(fields.texts("days"), fields.texts("hours"), fields.text("zone"));
    }
}
