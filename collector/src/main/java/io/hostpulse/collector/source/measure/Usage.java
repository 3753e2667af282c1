package io.hostpulse.collector.source.measure;

import io.hostpulse.common.model.Fields;

/** Something of which there is only so much: the three fields {@code _used}, {@code _max} and {@code _percentage}. */
public final class Usage {

    private Usage() {}

    /**
     * Adds what is known.
     *
     * @param fields where the fields are added
     * @param name what their names begin with
     * @param used how much is in use
     * @param max how much there can be
     */
    public static void add(Fields.Builder fields, String name, long used, long max) {
        fields.put(name + "_used", used).put(name + "_max", max);
        fields.put(name + "_percentage", Percent.of(used, max, "the maximum is 0"));
    }

    /**
     * Adds that nothing is known.
     *
     * @param fields where the fields are added
     * @param name what their names begin with
     * @param reason why
     */
    public static void addMissing(Fields.Builder fields, String name, String reason) {
        fields.missing(name + "_used", reason).missing(name + "_max", reason).missing(name + "_percentage", reason);
    }
}
