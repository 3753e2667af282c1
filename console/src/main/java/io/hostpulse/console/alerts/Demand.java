package io.hostpulse.console.alerts;

import io.hostpulse.console.payload.RecordFields;

/**
 * What a person asked of the alerter about one alert, and was done.
 *
 * @param by who
 * @param action what to do, for example {@code resolve}
 * @param alert the alert's id
 * @param text what was said with it; may be empty
 */
record Demand(String by, String action, String alert, String text) {

    static Demand of(RecordFields order) {
        return new Demand(
                order.text("by").orElse("?"),
                order.text("action").orElse(""),
                order.text("arguments.alert").orElse(""),
                order.text("arguments.text").orElse(""));
    }
}
