package io.hostpulse.alerter.journal;

import io.hostpulse.alerter.fields.FieldReader;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What an order to change thresholds of a rule says. All of them change together, because some are only possible together.
 *
 * @param rule the rule's name
 * @param levels the new values by level, at least one; absent means as it is configured
 */
public record ThresholdChange(String rule, Map<AlertLevel, OptionalDouble> levels) {

    private static final String LEVELS = "levels";
    private static final Value CONFIGURED = new Value.Text("configured");

    /** Copies the levels. */
    public ThresholdChange {
        levels = Collections.unmodifiableMap(new EnumMap<>(levels));
    }

    /**
     * Reads the arguments {@code rule} and {@code levels}, an object in which each level has a number, or the text {@code configured}.
     *
     * @param arguments the order's
     * @return what they say
     * @throws RecordFormatException when one is absent or is not what it should be
     */
    public static ThresholdChange parse(Fields arguments) {
        String rule = new FieldReader(arguments).text("rule");
        Map<AlertLevel, OptionalDouble> levels = new EnumMap<>(AlertLevel.class);
        if (arguments.get(LEVELS).orElse(null) instanceof Fields given) {
            given.values().forEach((level, value) -> levels.put(level(level), value(level, value)));
        }
        if (levels.isEmpty()) {
            throw new RecordFormatException(
                    "'levels' is an object, for example {\"WARNING\": 85, \"CRITICAL\": \"configured\"}");
        }
        return new ThresholdChange(rule, levels);
    }

    private static AlertLevel level(String word) {
        return Arrays.stream(AlertLevel.values())
                .filter(level -> level.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new RecordFormatException("a level is INFO, WARNING or CRITICAL"));
    }

    private static OptionalDouble value(String level, Value value) {
        if (value.equals(CONFIGURED)) {
            return OptionalDouble.empty();
        }
        if (value instanceof Value.Whole whole) {
            return OptionalDouble.of(whole.value());
        }
        if (value instanceof Value.Real real) {
            return OptionalDouble.of(real.value());
        }
        throw new RecordFormatException("'levels." + level + "' is a number or \"configured\"");
    }

    /**
     * Names the thresholds.
     *
     * @return which
     */
    public List<ThresholdKey> keys() {
        return levels.keySet().stream()
                .map(level -> new ThresholdKey(rule, level))
                .toList();
    }

    /**
     * Makes the change.
     *
     * @param thresholds what is set otherwise than configured; is changed
     */
    public void in(Map<ThresholdKey, Double> thresholds) {
        levels.forEach((level, value) -> {
            ThresholdKey key = new ThresholdKey(rule, level);
            if (value.isPresent()) {
                thresholds.put(key, value.getAsDouble());
            } else {
                thresholds.remove(key);
            }
        });
    }
}
