package io.hostpulse.common.control;

import io.hostpulse.common.model.Fields;

/**
 * One rule, and how it is doing.
 *
 * @param name its name
 * @param metric the path of what it looks at
 * @param condition how values are compared, in lower case, for example {@code greater_than}
 * @param unit what follows a number when it is shown, for example {@code %} or {@code s}; {@code B} for sizes; may be empty
 * @param thresholds what is in force, by the level's name: numbers mostly, also a text, or a list of two numbers, the normal
 *     range
 * @param configured the same as it is configured
 * @param state {@code firing}, {@code pending}, {@code ok}, or {@code unknown} when it has seen nothing yet
 * @param firing how many alerts it has
 * @param pending how many it may get
 * @param series how many things it watches
 * @param problem what a person should know; empty when all is well
 */
public record RuleView(
        String name,
        String metric,
        String condition,
        String unit,
        Fields thresholds,
        Fields configured,
        String state,
        int firing,
        int pending,
        int series,
        String problem) {

    static RuleView parse(Fields fields) {
        Lenient read = new Lenient(fields);
        return new RuleView(
                read.text("name"),
                read.text("metric"),
                read.text("condition"),
                read.text("unit"),
                read.object("thresholds"),
                read.object("configured"),
                read.text("state"),
                read.count("firing"),
                read.count("pending"),
                read.count("series"),
                read.text("problem"));
    }

    Fields fields() {
        return Fields.builder()
                .put("name", name)
                .put("metric", metric)
                .put("condition", condition)
                .put("unit", unit)
                .put("thresholds", thresholds)
                .put("configured", configured)
                .put("state", state)
                .put("firing", firing)
                .put("pending", pending)
                .put("series", series)
                .put("problem", problem)
                .build();
    }
}
