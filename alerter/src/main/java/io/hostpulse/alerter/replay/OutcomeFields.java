package io.hostpulse.alerter.replay;

import io.hostpulse.alerter.replay.Difference.Kind;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;
import java.util.Locale;

/** Shows an outcome to programs. Alerts have the form that they have everywhere, with {@code worst} and {@code ended} besides. */
final class OutcomeFields {

    private OutcomeFields() {}

    static Fields of(Outcome outcome) {
        return Fields.builder()
                .put("from", Rfc3339.format(outcome.period().from()))
                .put("to", Rfc3339.format(outcome.period().to()))
                .put("warm_up_from", Rfc3339.format(outcome.warmUpFrom()))
                .put("records", outcome.records())
                .put(
                        "alerts",
                        outcome.alerts().stream().map(OutcomeFields::alert).toList())
                .put(
                        "notifications",
                        outcome.sendings().stream().map(OutcomeFields::sending).toList())
                .put(
                        "differences",
                        outcome.differences().stream()
                                .filter(one -> one.kind() != Kind.SAME)
                                .map(OutcomeFields::difference)
                                .toList())
                .put("unknown", texts(outcome.unknown()))
                .put("summary", summary(outcome))
                .build();
    }

    private static Fields alert(Occurrence one) {
        Fields.Builder fields = Fields.builder();
        AlertFields.of(one.alert()).values().forEach(fields::put);
        return fields.put("worst", one.worst().name()).put("ended", one.ended()).build();
    }

    private static Fields sending(Sending one) {
        return Fields.builder()
                .put("timestamp", Rfc3339.format(one.at()))
                .put("handler", one.handler())
                .put("kind", one.kind().name().toLowerCase(Locale.ROOT))
                .put("alerts", texts(one.ids()))
                .put("names", texts(one.alerts()))
                .put("held_back", one.heldBack())
                .build();
    }

    private static Fields difference(Difference one) {
        Fields.Builder fields = Fields.builder()
                .put("kind", one.kind().name().toLowerCase(Locale.ROOT))
                .put("what", one.what());
        one.replayed().ifPresent(replayed -> fields.put("replayed", alert(replayed)));
        one.real().ifPresent(real -> fields.put("real", alert(real)));
        return fields.build();
    }

    private static Fields summary(Outcome outcome) {
        return Fields.builder()
                .put("same", outcome.count(Kind.SAME))
                .put("other", outcome.count(Kind.OTHER))
                .put("only_replayed", outcome.count(Kind.ONLY_REPLAYED))
                .put("only_real", outcome.count(Kind.ONLY_REAL))
                .put("notifications", outcome.sendings().size() + outcome.sendingsLeftOut())
                .put("notifications_real", outcome.reallySent())
                .put("left_out", outcome.alertsLeftOut() + outcome.sendingsLeftOut())
                .build();
    }

    private static List<Value.Text> texts(List<String> texts) {
        return texts.stream().map(Value.Text::new).toList();
    }
}
