package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.Alert;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the alerts that people name by the beginning of an id. Used by one thread. */
public final class AlertIndex implements JournalListener {

    private static final int MOST_NAMED = 8;

    private final List<String> prefixes;
    private final Map<String, Alert> on = new LinkedHashMap<>();
    private final Map<String, Alert> over = new LinkedHashMap<>();

    /**
     * Prepares to look.
     *
     * @param prefixes the beginnings of ids, in either case
     */
    private AlertIndex(Collection<String> prefixes) {
        this.prefixes = prefixes.stream().map(AlertIndex::plain).toList();
    }

    /**
     * Looks through the journal.
     *
     * @param journal the journal
     * @param prefixes the beginnings of ids that will be asked for, in either case
     * @return what was found
     */
    public static AlertIndex of(AlertJournal journal, Collection<String> prefixes) {
        AlertIndex index = new AlertIndex(prefixes);
        journal.read(index);
        return index;
    }

    private static String plain(String prefix) {
        return prefix.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public void onChange(Change change) {
        Alert alert = change.alert();
        if (alert.isActive()) {
            on.put(alert.id(), alert);
            return;
        }
        on.remove(alert.id());
        if (prefixes.stream().anyMatch(alert.id()::startsWith)) {
            over.put(alert.id(), alert);
        }
    }

    /**
     * Lists the alerts that are on.
     *
     * @return them, in the order in which they began
     */
    public Collection<Alert> on() {
        return List.copyOf(on.values());
    }

    /**
     * Finds an alert that is on.
     *
     * @param prefix the beginning of its id
     * @return the alert
     * @throws NotThereException when there is none or more than one
     */
    public Alert on(String prefix) {
        List<Alert> found = matching(on.values(), prefix);
        if (found.isEmpty() && matching(over.values(), prefix).size() == 1) {
            Alert gone = matching(over.values(), prefix).get(0);
            throw new NotThereException("alert " + gone.id() + " (" + gone.key() + ") is over; " + there());
        }
        return only(found, prefix);
    }

    /**
     * Finds an alert, preferably one that is on.
     *
     * @param prefix the beginning of its id
     * @return the alert
     * @throws NotThereException when there is none or more than one
     */
    public Alert any(String prefix) {
        List<Alert> found = matching(on.values(), prefix);
        return only(found.isEmpty() ? matching(over.values(), prefix) : found, prefix);
    }

    private static List<Alert> matching(Collection<Alert> alerts, String prefix) {
        String begin = plain(prefix);
        return begin.isEmpty()
                ? List.of()
                : alerts.stream().filter(alert -> alert.id().startsWith(begin)).toList();
    }

    private Alert only(List<Alert> found, String prefix) {
        if (found.isEmpty()) {
            throw new NotThereException("there is no alert '" + prefix + "'; " + there());
        }
        if (found.size() > 1) {
            throw new NotThereException("'" + prefix + "' may be any of " + named(found) + ": write more of it");
        }
        return found.get(0);
    }

    private String there() {
        return on.isEmpty() ? "none is on" : "on are: " + named(on.values());
    }

    private static String named(Collection<Alert> alerts) {
        String some = alerts.stream()
                .limit(MOST_NAMED)
                .map(alert -> alert.id() + " (" + alert.key() + ")")
                .collect(Collectors.joining(", "));
        return alerts.size() <= MOST_NAMED ? some : some + " and " + (alerts.size() - MOST_NAMED) + " more";
    }
}
