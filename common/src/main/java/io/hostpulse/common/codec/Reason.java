package io.hostpulse.common.codec;

import io.hostpulse.common.model.Value;
import java.util.Optional;

/** Finds out why a record holds no data. */
public final class Reason {

    private Reason() {}

    /**
     * Reads the reason.
     *
     * @param payload the payload of a record that is not of kind OK
     * @return its reason, or why it has none
     */
    public static String in(byte[] payload) {
        try {
            return text(payload, "reason").orElse("no reason given");
        } catch (RecordFormatException e) {
            return e.getMessage();
        }
    }

    /**
     * Reads the state.
     *
     * @param payload the payload of a record that is not of kind OK
     * @return its state, for example {@code failed} or {@code stopped}; empty when it has none
     */
    public static String stateIn(byte[] payload) {
        try {
            return text(payload, "state").orElse("");
        } catch (RecordFormatException e) {
            return "";
        }
    }

    private static Optional<String> text(byte[] payload, String name) {
        return new PayloadReader()
                .read(payload)
                .get(name)
                .filter(Value.Text.class::isInstance)
                .map(text -> ((Value.Text) text).value());
    }
}
