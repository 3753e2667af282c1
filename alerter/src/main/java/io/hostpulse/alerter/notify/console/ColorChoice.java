package io.hostpulse.alerter.notify.console;

import io.hostpulse.common.text.Style;
import java.util.Map;

/** When lines are coloured. */
enum ColorChoice {
    /** On a terminal, unless the user wants none there. */
    AUTO,
    /** Whatever is there. */
    ALWAYS,
    /** Not at all. */
    NEVER;

    /**
     * Chooses.
     *
     * @param terminal whether a terminal takes the lines
     */
    Style style(boolean terminal, Map<String, String> environment) {
        return this == AUTO ? Style.of(terminal, environment) : new Style(this == ALWAYS);
    }
}
