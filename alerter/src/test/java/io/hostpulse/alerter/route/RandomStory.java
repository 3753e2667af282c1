package io.hostpulse.alerter.route;

import io.hostpulse.alerter.silence.AlertMatcher;
import io.hostpulse.alerter.silence.Silence;
import io.hostpulse.alerter.silence.TextPattern;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Anything that may happen in a day, at random: alerts come, go, flap, become worse and are acknowledged; silences are made and ended. Then
 * comes quiet: silences are ended, nothing flaps, and time passes until nothing waits.
 */
final class RandomStory {

    /** What happened at a moment. */
    record Moment(long at, List<RoutingEvent> events) {}

    static final long QUIET = Duration.ofHours(36).toNanos();

    private static final List<String> NAMES = List.of(
            "disk/full{path=/}", "disk/full{path=/home}", "disk/dead", "memory/high", "memory/swap", "net/down");

    private final Random random;
    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private final List<Moment> moments = new ArrayList<>();
    private long now = Scene.START;

    RandomStory(Random random) {
        this.random = random;
    }

    /** The alerts as they stand at the end. */
    List<Alert> last() {
        return List.copyOf(alerts.values());
    }

    List<Moment> day() {
        for (int i = 0; i < 120; i++) {
            now += (1 + random.nextInt(i % 10 == 0 ? 3000 : 200)) * Alerts.SECOND + random.nextInt(1000);
            List<RoutingEvent> events = new ArrayList<>();
            for (int more = random.nextInt(3); more >= 0; more--) {
                now += 1000;
                events.add(random.nextInt(8) == 0 ? silencing() : alert());
            }
            moments.add(new Moment(now, events));
        }
        now += 1000 * Alerts.SECOND;
        moments.add(new Moment(now, calm()));
        return moments;
    }

    private List<RoutingEvent> calm() {
        List<RoutingEvent> events = new ArrayList<>();
        for (String id : List.of("a", "b", "c")) {
            events.add(new RoutingEvent.SilenceDeleted(id));
        }
        alerts.replaceAll((name, alert) -> Alerts.with(alert, alert.level(), alert.state(), false, now));
        alerts.values().forEach(alert -> events.add(new RoutingEvent.AlertChanged(alert)));
        return events;
    }

    private RoutingEvent silencing() {
        String id = List.of("a", "b", "c").get(random.nextInt(3));
        return switch (random.nextInt(4)) {
            case 0 -> new RoutingEvent.SilenceExpired(id);
            case 1 -> new RoutingEvent.SilenceDeleted(id);
            default -> new RoutingEvent.SilenceSet(silence(id));
        };
    }

    private Silence silence(String id) {
        String component = List.of("disk", "memory", "*").get(random.nextInt(3));
        AlertMatcher matcher =
                new AlertMatcher(Map.of(AlertMatcher.Field.COMPONENT, List.of(TextPattern.parse(component))), Map.of());
        long from = now + random.nextInt(600) * Alerts.SECOND;
        OptionalLong to = OptionalLong.of(from + random.nextInt(3600) * Alerts.SECOND);
        return new Silence(
                id, Silence.Kind.SILENCE, matcher, OptionalLong.of(from), to, Optional.empty(), "ann", "why");
    }

    private RoutingEvent alert() {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        return new RoutingEvent.AlertChanged(alerts.compute(name, (any, alert) -> next(name, alert)));
    }

    private Alert next(String name, Alert alert) {
        AlertLevel level = List.of(AlertLevel.values()).get(random.nextInt(3));
        if (alert == null || !alert.isActive()) {
            return Alerts.on(name, level, now);
        }
        return switch (random.nextInt(6)) {
            case 0 -> Alerts.with(alert, alert.level(), AlertState.ACKNOWLEDGED, alert.flapping(), now);
            case 1 -> Alerts.with(alert, alert.level(), alert.state(), !alert.flapping(), now);
            case 2, 3 -> Alerts.with(alert, level, alert.state(), alert.flapping(), now);
            default -> Alerts.with(alert, alert.level(), AlertState.RESOLVED, false, now);
        };
    }
}
