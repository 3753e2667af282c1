package io.hostpulse.alerter.route;

import io.hostpulse.alerter.fields.FieldReader;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;

/** The form of a handler's standing inside the record of an alert. */
final class StandingFields {

    private StandingFields() {}

    static Fields of(Standing standing) {
        Fields.Builder fields = Fields.builder();
        standing.told().ifPresent(told -> fields.put("told", of(told)));
        standing.unsent().ifPresent(reason -> fields.put("unsent", reason.name()));
        return fields.put("done", standing.done()).build();
    }

    private static Fields of(Standing.Told told) {
        return Fields.builder()
                .put("level", told.level().name())
                .put("flapping", told.flapping())
                .put("acknowledged", told.acknowledged())
                .put("at", Rfc3339.format(told.at()))
                .put("count", told.count())
                .build();
    }

    static Standing parse(FieldReader reader) {
        return new Standing(
                reader.inner("told").map(StandingFields::told),
                reader.optionalText("unsent").map(name -> reader.constant("unsent", Reason.class)),
                reader.flag("done"));
    }

    private static Standing.Told told(FieldReader reader) {
        return new Standing.Told(
                reader.constant("level", AlertLevel.class),
                reader.flag("flapping"),
                reader.flag("acknowledged"),
                reader.time("at"),
                reader.whole("count"));
    }
}
