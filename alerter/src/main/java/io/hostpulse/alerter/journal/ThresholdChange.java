package io.hostpulse.alerter.journal;

import io.hostpulse.alerter.fields.FieldReader;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What an order to change a threshold says.
 *
 * @param key which
 * @param value the new one; absent means as it is configured
 */
public record ThresholdChange(ThresholdKey key, OptionalDouble value) {

    /**
     * Reads the arguments {@code rule}, {@code level} and {@code value}.
     *
     * @param arguments the order's
     * @return what they say
     * @throws RecordFormatException when one is absent or is not what it should be
     */
    public static ThresholdChange parse(Fields arguments) {
        FieldReader reader = new FieldReader(arguments);
        return new ThresholdChange(
                new ThresholdKey(reader.text("rule"), level(reader.text("level"))), value(arguments));
    }

    private static AlertLevel level(String word) {
        return Arrays.stream(AlertLevel.values())
                .filter(level -> level.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new RecordFormatException("'level' is INFO, WARNING or CRITICAL"));
    }

    private static OptionalDouble value(Fields arguments) {
        if (arguments.get("value").isEmpty()) {
            return OptionalDouble.empty();
        }
        Value value = arguments.get("value").get();
        if (value instanceof Value.Whole whole) {
            return OptionalDouble.of(whole.value());
        }
        if (value instanceof Value.Real real) {
            return OptionalDouble.of(real.value());
        }
        throw new RecordFormatException("'value' is a number");
    }

    /**
     * Makes the change.
     *
     * @param thresholds what is set otherwise than configured; is changed
     */
    public void in(Map<ThresholdKey, Double> thresholds) {
        if (value.isPresent()) {
            thresholds.put(key, value.getAsDouble());
        } else {
            thresholds.remove(key);
        }
    }
}
