package io.hostpulse.alerter.trial;

import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.notify.AlertContext.Point;
import io.hostpulse.alerter.notify.AlertContext.TopProcess;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * A message about nothing, with everything that a real one has, so that people see what they would get. Each place in which somebody
 * might look says that it is a test.
 *
 * @param host this machine
 * @param level how bad it says it is
 * @param resolved whether it says that it is over
 * @param now the present time, epoch nanoseconds
 */
public record TestMessage(String host, AlertLevel level, boolean resolved, long now) {

    private static final long SECOND = 1_000_000_000;

    /** When the rise of the chart began. */
    private static final long BEFORE = 60 * SECOND;

    private static final String RULE = "hostpulse_test";

    /** By how much the value of the chart rises in its minute. */
    private static final double RISE = 15;

    /**
     * Makes it.
     *
     * @return the message; each has a key of its own
     */
    public Notification notification() {
        Alert alert = alert();
        return new Notification(
                "test-" + alert.id(),
                Notification.Kind.TEST,
                now,
                host,
                List.of(alert),
                Map.of(alert.id(), context()),
                "");
    }

    private Alert alert() {
        AlertKey key = new AlertKey(RULE, "");
        long since = now - BEFORE;
        return new Alert(
                key.id(since),
                key,
                "memory",
                "usage_percent",
                level,
                resolved ? AlertState.RESOLVED : AlertState.FIRING,
                new Measured(OptionalDouble.of(value()), OptionalDouble.of(threshold()), OptionalDouble.of(value())),
                message(),
                since,
                now,
                resolved ? OptionalLong.of(now) : OptionalLong.empty(),
                false,
                Optional.empty(),
                List.of(),
                Map.of("test", "true"));
    }

    private String message() {
        return String.format(
                Locale.ROOT,
                "TEST, nothing is wrong: High memory usage: %.1f%% (threshold: %.1f%%)",
                value(),
                threshold());
    }

    private double threshold() {
        return switch (level) {
            case INFO -> 70;
            case WARNING -> 80;
            case CRITICAL -> 90;
        };
    }

    private double value() {
        return threshold() + 5.5;
    }

    private AlertContext context() {
        List<TopProcess> processes = List.of(
                new TopProcess(4711, "example-database", "test", "5.2 GB"),
                new TopProcess(4712, "example-server", "test", "2.1 GB"),
                new TopProcess(4713, "example-cache", "test", "800 MB"));
        List<Point> recent = LongStream.rangeClosed(0, 60)
                .mapToObj(i -> new Point(now - BEFORE + i * SECOND, value() - RISE + RISE * i / 60.0))
                .toList();
        return new AlertContext(processes, recent);
    }
}
