package io.hostpulse.collector.source.gpu;

import io.hostpulse.collector.source.measure.Percent;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one card at one moment. Immutable.
 *
 * @param key tells it from all others for as long as it is plugged in: its PCI address where it has one
 * @param state what it is doing
 * @param values one for each field
 */
record CardReading(String key, CardState state, Map<CardField, Value> values) {

    CardReading {
        values = new EnumMap<>(values);
    }

    static Builder of(String key) {
        return new Builder(key);
    }

    Optional<String> text(CardField field) {
        return values.get(field) instanceof Value.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** Why it cannot be read, if it cannot. */
    Optional<String> loss() {
        return state == CardState.LOST && values.get(CardField.GPU_USAGE_PERCENT) instanceof Value.Missing missing
                ? Optional.of(missing.reason())
                : Optional.empty();
    }

    /** The same card when it can no longer be asked: what does not change, and a reason for everything else. */
    CardReading instead(CardState now, String reason) {
        Builder card = of(key);
        values.forEach((field, value) -> {
            if (field.isIdentity()) {
                card.put(field, value);
            }
        });
        return card.build(now, reason);
    }

    Fields fields(int id) {
        Fields.Builder fields = Fields.builder().put("id", id);
        values.forEach((field, value) -> fields.put(field.key(), value));
        return fields.build();
    }

    /** Collects what a backend can tell; what it cannot gets one reason for all. */
    static final class Builder {

        private final String key;
        private final Map<CardField, Value> values = new EnumMap<>(CardField.class);

        private Builder(String key) {
            this.key = key;
        }

        Builder put(CardField field, Value value) {
            values.put(field, value);
            return this;
        }

        Builder put(CardField field, String text) {
            return put(field, new Value.Text(text));
        }

        Builder putAll(Map<CardField, Value> more) {
            values.putAll(more);
            return this;
        }

        /** The three amounts in bytes, and what follows from them. */
        Builder memory(Value total, Value used, Value free) {
            put(CardField.MEMORY_TOTAL, total);
            put(CardField.MEMORY_USED, used);
            put(CardField.MEMORY_FREE, free);
            return put(CardField.MEMORY_USAGE_PERCENT, share(used, total));
        }

        private static Value share(Value used, Value total) {
            if (used instanceof Value.Whole part && total instanceof Value.Whole whole) {
                return Percent.of(part.value(), whole.value(), "it has no memory of its own");
            }
            return used instanceof Value.Missing ? used : total;
        }

        CardReading build(CardState state, String reasonForTheRest) {
            put(CardField.STATE, state.word());
            Value rest = new Value.Missing(reasonForTheRest);
            for (CardField field : CardField.values()) {
                values.putIfAbsent(field, rest);
            }
            return new CardReading(key, state, values);
        }
    }
}
