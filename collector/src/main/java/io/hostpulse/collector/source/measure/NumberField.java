package io.hostpulse.collector.source.measure;

import io.hostpulse.common.model.Fields;

/**
 * A field that comes from one number of {@link Numbers}.
 *
 * @param field its name in the reading
 * @param number the name of the number
 * @param isRate whether the number is a counter, of which the growth in a second is wanted
 */
public record NumberField(String field, String number, boolean isRate) {

    private static final String RATE = "_per_sec";
    private static final String TOTAL = "_total";

    /**
     * A rate; its field ends in {@code _per_sec}. The counter itself is beside it and ends in {@code _total}, for those who
     * compute rates of their own.
     *
     * @param what the field without that end
     * @param counter the name of the counter
     * @return the field
     */
    public static NumberField rate(String what, String counter) {
        return new NumberField(what + RATE, counter, true);
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

    void add(Fields.Builder builder, Long count, RateMeter meter) {
        if (count == null) {
            missing(builder, "this system does not count it");
        } else if (isRate) {
            builder.put(field, meter.perSecond(field, count)).put(total(), count);
        } else {
            builder.put(field, count);
        }
    }

    void missing(Fields.Builder builder, String reason) {
        builder.missing(field, reason);
        if (isRate) {
            builder.missing(total(), reason);
        }
    }

    private String total() {
        return field.substring(0, field.length() - RATE.length()) + TOTAL;
    }
}
