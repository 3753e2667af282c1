package io.hostpulse.common.control;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One silence, and how it is doing.
 *
 * @param silence its fields: {@code id}, {@code kind}, {@code match}, {@code from}, {@code to}, {@code schedule}, {@code author},
 *     {@code comment}
 * @param state {@code active}, {@code pending} before it begins, {@code waiting} between its hours, {@code expired}
 * @param configured whether it stands in the configuration as it is here; one that was made or ended by hand does not
 * @param holds the ids of the alerts that are on and not told because of it, oldest first; at most {@value #MOST_HELD}
 */
public record SilenceView(Fields silence, String state, boolean configured, List<String> holds) {

    /** More are counted nowhere: they are on, and a summary names them when the silence ends. */
    public static final int MOST_HELD = 1000;

    private static final String STATE = "state";
    private static final String CONFIGURED = "configured";
    private static final String HOLDS = "holds";
    private static final Set<String> OWN = Set.of(STATE, CONFIGURED, HOLDS);

    /** Copies the list. */
    public SilenceView {
        holds = List.copyOf(holds);
    }

    static SilenceView parse(Fields fields) {
        Lenient read = new Lenient(fields);
        Fields.Builder silence = Fields.builder();
        for (Map.Entry<String, Value> field : fields.values().entrySet()) {
            if (!OWN.contains(field.getKey())) {
                silence.put(field.getKey(), field.getValue());
            }
        }
        return new SilenceView(silence.build(), read.text(STATE), read.flag(CONFIGURED), read.texts(HOLDS));
    }

    Fields fields() {
        Fields.Builder all = Fields.builder();
        silence.values().forEach(all::put);
        return all.put(STATE, state)
                .put(CONFIGURED, configured)
                .put(HOLDS, holds.stream().map(Value.Text::new).toList())
                .build();
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
