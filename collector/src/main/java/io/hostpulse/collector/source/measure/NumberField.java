package io.hostpulse.collector.source.measure;

import io.hostpulse.common.model.Value;

/**
 * A field that comes from one number of {@link Numbers}.
 *
 * @param field its name in the reading
 * @param number the name of the number
 * @param isRate whether the number is a counter, of which the growth in a second is wanted
 */
public record NumberField(String field, String number, boolean isRate) {

    /**
     * A rate; its field ends in {@code _per_sec}.
     *
     * @param what the field without that end
     * @param counter the name of the counter
     * @return the field
     */
    public static NumberField rate(String what, String counter) {
        return new NumberField(what + "_per_sec", counter, true);
    }

    /**
     * A number as it is.
     *
     * @param field the field
     * @param number the name of the number
     * @return the field
     */
    public static NumberField plain(String field, String number) {
        return new NumberField(field, number, false);
    }

    Value value(long count, RateMeter meter) {
        return isRate ? meter.perSecond(field, count) : new Value.Whole(count);
    }
}
