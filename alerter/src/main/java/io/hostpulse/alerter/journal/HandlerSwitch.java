package io.hostpulse.alerter.journal;

import io.hostpulse.alerter.fields.FieldReader;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.model.Fields;

/**
 * What an order to switch a handler says.
 *
 * @param handler its name
 * @param enabled whether it is to send
 */
public record HandlerSwitch(String handler, boolean enabled) {

    /**
     * Reads the arguments {@code handler} and {@code enabled}.
     *
     * @param arguments the order's
     * @return what they say
     * @throws RecordFormatException when one is absent or is not what it should be
     */
    public static HandlerSwitch parse(Fields arguments) {
        FieldReader reader = new FieldReader(arguments);
        if (arguments.get("enabled").isEmpty()) {
            throw new RecordFormatException("'enabled' is absent");
        }
        return new HandlerSwitch(reader.text("handler"), reader.flag("enabled"));
    }
}
