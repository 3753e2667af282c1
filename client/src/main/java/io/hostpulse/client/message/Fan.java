package io.hostpulse.client.message;

/**
 * One fan.
 *
 * @param chip who measures it
 * @param label which it is
 * @param speed turns a minute
 * @param fields these and all others
 */
public record Fan(Measured<String> chip, Measured<String> label, Measured<Double> speed, Fields fields) {

    static Fan of(Fields fields) {
        return new Fan(fields.text("chip"), fields.text("label"), fields.number("speed"), fields);
    }
}
