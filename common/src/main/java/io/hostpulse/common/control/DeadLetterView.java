package io.hostpulse.common.control;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;

/**
 * One notification that was given up.
 *
 * @param handler whose it is
 * @param key the notification's; with the handler's name it says which one to send again
 * @param at when it was given up, epoch nanoseconds; 0 when that is not known
 * @param alerts the ids of the alerts that it is about
 * @param message what the worst of them says
 * @param answer why it was given up
 * @param tries how often it was tried
 */
public record DeadLetterView(
        String handler, String key, long at, List<String> alerts, String message, String answer, long tries) {

    /** Copies the list. */
    public DeadLetterView {
        alerts = List.copyOf(alerts);
    }

    static DeadLetterView parse(Fields fields) {
        Lenient read = new Lenient(fields);
        return new DeadLetterView(
                read.text("handler"),
                read.text("key"),
                read.time("timestamp").orElse(0),
                read.texts("alerts"),
                read.text("message"),
                read.text("answer"),
                read.whole("tries"));
    }

    Fields fields() {
        return Fields.builder()
                .put("handler", handler)
                .put("key", key)
                .put("timestamp", Rfc3339.format(at))
                .put("alerts", alerts.stream().map(Value.Text::new).toList())
                .put("message", message)
                .put("answer", answer)
                .put("tries", tries)
                .build();
    }
}
