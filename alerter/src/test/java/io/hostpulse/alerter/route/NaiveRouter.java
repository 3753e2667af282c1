package io.hostpulse.alerter.route;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Cooldown and windows as one would write them down first: look at everything, every second, for one handler that wants everything,
 * grouped by component.
 */
final class NaiveRouter {

    private record Told(long second, AlertLevel level) {}

    private final long cooldown;
    private final long window;
    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private final Map<String, Alert> lastOn = new LinkedHashMap<>();
    private final Map<String, AlertLevel> told = new LinkedHashMap<>();
    private final Map<AlertKey, Told> heard = new LinkedHashMap<>();
    private final Map<String, Told> windows = new TreeMap<>();
    private final List<String> log = new ArrayList<>();

    NaiveRouter(long cooldown, long window) {
        this.cooldown = cooldown;
        this.window = window;
    }

    List<String> log() {
        return log;
    }

    void second(long second, List<Alert> changes) {
        for (Alert alert : changes) {
            alerts.put(alert.id(), alert);
            if (alert.isActive()) {
                lastOn.put(alert.id(), alert);
            }
        }
        new TreeSet<>(alerts.values().stream().map(Alert::component).toList()).forEach(group -> group(group, second));
    }

    private void group(String group, long second) {
        List<Alert> ended = new ArrayList<>();
        List<Alert> firing = new ArrayList<>();
        Told open = windows.get(group);
        boolean closed = open == null || second >= open.second() + window;
        boolean go = false;
        for (Alert alert : new ArrayList<>(alerts.values())) {
            if (!alert.component().equals(group)) {
                continue;
            }
            Told before = heard.get(alert.key());
            boolean cooling = before != null && second < before.second() + cooldown;
            AlertLevel known = told.get(alert.id());
            AlertLevel level = lastOn.get(alert.id()).level();
            boolean worse = cooling && level.compareTo(before.level()) > 0;
            if (known != null && !alert.isActive()) {
                ended.add(alert);
                go |= closed;
            } else if (known != null && level.compareTo(known) > 0) {
                firing.add(alert);
                go = true;
            } else if (known != null) {
                if (level != known && !cooling) {
                    firing.add(alert);
                    go |= closed;
                }
            } else if (!alert.isActive() && (cameAgain(alert) || (cooling && !worse))) {
                alerts.remove(alert.id());
            } else if (!cooling || worse) {
                firing.add(alert);
                go |= closed || worse || level.compareTo(open.level()) > 0;
            }
        }
        if (go) {
            tell(group, second, ended, firing, closed);
        }
    }

    private boolean cameAgain(Alert alert) {
        return alerts.values().stream()
                .anyMatch(other -> other.key().equals(alert.key()) && other.since() > alert.since());
    }

    private void tell(String group, long second, List<Alert> ended, List<Alert> firing, boolean closed) {
        write(second, "RESOLVED", ended);
        ended.forEach(alert -> alerts.remove(alert.id()));
        List<Alert> shown = firing.stream().map(alert -> lastOn.get(alert.id())).toList();
        write(second, "FIRING", shown);
        for (Alert alert : shown) {
            told.put(alert.id(), alert.level());
            heard.put(alert.key(), new Told(second, alert.level()));
        }
        shown.stream().map(Alert::level).max(Comparator.naturalOrder()).ifPresent(worst -> {
            AlertLevel before = closed ? worst : windows.get(group).level();
            windows.put(group, new Told(second, worst.compareTo(before) > 0 ? worst : before));
        });
        List<Alert> over = firing.stream().filter(alert -> !alert.isActive()).toList();
        write(second, "RESOLVED", over);
        over.forEach(alert -> alerts.remove(alert.id()));
    }

    private void write(long second, String kind, List<Alert> about) {
        if (!about.isEmpty()) {
            log.add(second + " all " + kind + " "
                    + about.stream()
                            .sorted(Outgoing.WORST_FIRST)
                            .map(alert -> alert.component() + "/" + alert.key() + " " + alert.level())
                            .collect(Collectors.joining(", ")));
        }
    }
}
