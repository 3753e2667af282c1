package io.hostpulse.common.monitoring;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;

/**
 * Somebody wants something not to be measured.
 *
 * @param by who
 * @param since when, epoch nanoseconds
 * @param comment why; may be empty
 */
public record Stop(String by, long since, String comment) {

    /** The {@code state} of a record in the place of a sample that nobody took because of this. */
    public static final String STATE = "stopped";

    /**
     * Tells people.
     *
     * @return one sentence without a full stop
     */
    public String reason() {
        String why = comment.isEmpty() ? "" : ": " + comment;
        return "stopped by " + by + " at " + Rfc3339.format(since) + why;
    }

    /**
     * Writes what stands in the place of a sample, in a record of kind {@code UNAVAILABLE}.
     *
     * @return {@code state}, {@code reason}, {@code by}, {@code since}, and {@code comment} if there is one
     */
    public Fields record() {
        Fields.Builder fields = Fields.builder().put("state", STATE).put("reason", reason());
        fields().values().forEach(fields::put);
        return fields.build();
    }

    /**
     * Writes it.
     *
     * @return {@code by}, {@code since}, and {@code comment} if there is one
     */
    public Fields fields() {
        Fields.Builder fields = Fields.builder().put("by", by).put("since", Rfc3339.format(since));
        return comment.isEmpty()
                ? fields.build()
                : fields.put("comment", comment).build();
    }
}
