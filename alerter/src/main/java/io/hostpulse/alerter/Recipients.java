package io.hostpulse.alerter;

import io.hostpulse.alerter.journal.Adjustments;
import io.hostpulse.alerter.notify.HandlerSettings;
import io.hostpulse.alerter.route.Recipient;
import io.hostpulse.alerter.silence.TextPattern;
import java.util.Map;
import java.util.TreeMap;

/** Says in the router's words what a handler wants. */
final class Recipients {

    private Recipients() {}

    /** As it is switched. */
    static Recipient of(HandlerSettings handler, Adjustments adjustments) {
        return of(handler).enabled(adjustments.enabled(handler.name(), handler.enabled()));
    }

    static Recipient of(HandlerSettings handler) {
        Map<String, TextPattern> labels = new TreeMap<>();
        handler.labels().forEach((name, pattern) -> labels.put(name, TextPattern.parse(pattern)));
        return new Recipient(
                handler.name(),
                handler.enabled(),
                handler.minLevel(),
                handler.components().stream().map(TextPattern::parse).toList(),
                labels,
                handler.hours(),
                handler.sendResolved());
    }
}
