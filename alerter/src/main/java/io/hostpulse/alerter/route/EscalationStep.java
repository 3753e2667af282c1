package io.hostpulse.alerter.route;

import java.time.Duration;
import java.util.List;

/**
 * Who else is told when nobody acknowledges. A handler in a step is told nothing before.
 *
 * @param name the step
 * @param after how long after the first could be told
 * @param handlers who is told then
 */
record EscalationStep(String name, Duration after, List<String> handlers) {

    EscalationStep {
        handlers = List.copyOf(handlers);
    }
}
