package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.control.SilenceView;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.status.LifeState;
import io.hostpulse.common.status.ProcessStatus;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The alerts of this moment.
 *
 * @param on the alerts that are on, worst first
 * @param watch whether anybody watches
 * @param trouble what could not be read; nothing when all is well
 */
public record Overview(List<Alert> on, Watch watch, List<String> trouble) {

    private static final Comparator<Alert> WORST_FIRST = Comparator.comparing(Alert::level, Comparator.reverseOrder())
            .thenComparing(Alert::state)
            .thenComparing(Comparator.comparingLong(Alert::since).reversed())
            .thenComparing(Alert::id);

    /** Sorts the alerts: worst first, then those that nobody takes care of, then the newest. */
    public Overview {
        on = on.stream().sorted(WORST_FIRST).toList();
        trouble = List.copyOf(trouble);
    }

    /**
     * Looks.
     *
     * @param data the data directory
     * @param processes the processes that there are
     * @param now the present time, epoch nanoseconds
     * @return what is found
     * @throws QueueException when the journal cannot be read at all
     */
    public static Overview of(DataDirectory data, List<ProcessStatus> processes, long now) {
        ActiveAlerts active = new ActiveAlerts();
        List<String> trouble = AlertJournal.in(data).read(active);
        return new Overview(List.copyOf(active.all()), Watch.of(data, processes, now), trouble);
    }

    /**
     * Tells that nothing can be known.
     *
     * @param now the present time, epoch nanoseconds
     * @param problem why not
     * @return an overview without alerts, which says so
     */
    public static Overview unknown(long now, String problem) {
        return new Overview(
                List.of(), new Watch(now, Optional.of(LifeState.RUNNING), Optional.empty(), problem), List.of());
    }

    /**
     * Lists the alerts that may come.
     *
     * @return them, worst first
     */
    public List<Alert> pending() {
        return watch.view().map(view -> view.pending()).orElse(List.of()).stream()
                .sorted(WORST_FIRST)
                .toList();
    }

    /**
     * Finds the silence that keeps an alert from being told.
     *
     * @param alert one that is on
     * @return the silence's id, if there is one; of several the first
     */
    public Optional<String> silence(Alert alert) {
        return watch.view().stream()
                .flatMap(view -> view.silences().stream())
                .filter(silence -> silence.holds().contains(alert.id()))
                .map(SilenceView::id)
                .findFirst();
    }

    /**
     * Counts the alerts that are on.
     *
     * @return for example {@code 1 critical, 2 warning (1 acknowledged)}; {@code nothing} when none is
     */
    public String counts() {
        if (on.isEmpty()) {
            return "nothing";
        }
        long acknowledged = on.stream()
                .filter(alert -> alert.state() == AlertState.ACKNOWLEDGED)
                .count();
        return levels(on) + (acknowledged == 0 ? "" : " (" + acknowledged + " acknowledged)");
    }

    private static String levels(Collection<Alert> alerts) {
        return Stream.of(AlertLevel.CRITICAL, AlertLevel.WARNING, AlertLevel.INFO)
                .flatMap(level -> count(alerts, level).stream())
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> count(Collection<Alert> alerts, AlertLevel level) {
        long count = alerts.stream().filter(alert -> alert.level() == level).count();
        return count == 0
                ? Optional.empty()
                : Optional.of(count + " " + level.name().toLowerCase(Locale.ROOT));
    }
}
