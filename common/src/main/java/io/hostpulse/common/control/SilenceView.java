package io.hostpulse.common.control;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.Map;
import java.util.Optional;

/**
 * One silence, and how it is doing.
 *
 * @param silence its fields: {@code id}, {@code kind}, {@code match}, {@code from}, {@code to}, {@code schedule}, {@code author},
 *     {@code comment}
 * @param state {@code active}, {@code pending} before it begins, {@code waiting} between its hours, {@code expired}
 * @param configured whether it stands in the configuration as it is here; one that was made or ended by hand does not
 */
public record SilenceView(Fields silence, String state, boolean configured) {

    private static final String STATE = "state";
    private static final String CONFIGURED = "configured";

    static SilenceView parse(Fields fields) {
        Lenient read = new Lenient(fields);
        Fields.Builder silence = Fields.builder();
        for (Map.Entry<String, Value> field : fields.values().entrySet()) {
            if (!field.getKey().equals(STATE) && !field.getKey().equals(CONFIGURED)) {
                silence.put(field.getKey(), field.getValue());
            }
        }
        return new SilenceView(silence.build(), read.text(STATE), read.flag(CONFIGURED));
    }

    Fields fields() {
        Fields.Builder all = Fields.builder();
        silence.values().forEach(all::put);
        return all.put(STATE, state).put(CONFIGURED, configured).build();
    }

    /**
     * Names it.
     *
     * @return its id
     */
    public String id() {
        return text("id").orElse("");
    }

    /**
     * Looks a text up.
     *
     * @param field for example {@code comment}
     * @return the text, if there is one
     */
    public Optional<String> text(String field) {
        return silence.get(field).filter(Value.Text.class::isInstance).map(value -> ((Value.Text) value).value());
    }
}
