package io.hostpulse.common.control;

import io.hostpulse.common.model.Fields;

/**
 * How much of each list is not in the view because it would be too long.
 *
 * @param rules how many more rules there are
 * @param pending how many more pending alerts
 * @param silences how many more silences
 * @param deadLetters how many more dead letters
 */
public record LeftOut(long rules, long pending, long silences, long deadLetters) {

    /** Everything is shown. */
    public static final LeftOut NOTHING = new LeftOut(0, 0, 0, 0);

    static LeftOut parse(Fields fields) {
        Lenient read = new Lenient(fields);
        return new LeftOut(
                read.whole("rules"), read.whole("pending"), read.whole("silences"), read.whole("dead_letters"));
    }

    Fields fields() {
        return Fields.builder()
                .put("rules", rules)
                .put("pending", pending)
                .put("silences", silences)
                .put("dead_letters", deadLetters)
                .build();
    }
}
