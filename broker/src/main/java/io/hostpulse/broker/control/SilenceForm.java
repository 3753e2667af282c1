package io.hostpulse.broker.control;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A silence may say how long instead of until when, which spares people the clock. */
final class SilenceForm {

    private SilenceForm() {}

    static Fields complete(Fields given, long now) {
        Optional<Value> duration = given.get("duration");
        if (duration.isEmpty()) {
            return given;
        }
        if (given.get("to").isPresent()) {
            throw new InvalidOrderException("give 'duration' or 'to', not both");
        }
        long begin = given.get("from").map(SilenceForm::time).orElse(now);
        Fields.Builder completed = Fields.builder();
        List<Map.Entry<String, Value>> kept = new ArrayList<>(given.values().entrySet());
        kept.removeIf(field -> field.getKey().equals("duration"));
        kept.forEach(field -> completed.put(field.getKey(), field.getValue()));
        long length = Durations.parse(((Value.Text) duration.get()).value());
        return completed.put("to", Rfc3339.format(end(begin, length))).build();
    }

    private static long end(long begin, long length) {
        if (begin > Long.MAX_VALUE - length) {
            throw new InvalidOrderException("'from' and 'duration' lead behind the year 2262, where times end");
        }
        return begin + length;
    }

    private static long time(Value from) {
        try {
            return Rfc3339.parse(((Value.Text) from).value());
        } catch (DateTimeException | ArithmeticException e) {
            throw new InvalidOrderException("'from' must be a time such as 2026-01-03T10:15:30Z");
        }
    }
}
