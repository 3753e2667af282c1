package io.hostpulse.common.codec;

import io.hostpulse.common.model.Value;

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
            return new PayloadReader()
                    .read(payload)
                    .get("reason")
                    .filter(Value.Text.class::isInstance)
                    .map(reason -> ((Value.Text) reason).value())
                    .orElse("no reason given");
        } catch (RecordFormatException e) {
            return e.getMessage();
        }
    }
}
