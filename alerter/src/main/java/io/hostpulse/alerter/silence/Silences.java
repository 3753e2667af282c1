package io.hostpulse.alerter.silence;

import io.hostpulse.common.alert.Alert;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** All silences there are: those of the configuration, and those made while running, which are stronger. Immutable. */
public final class Silences {

    private final Map<String, Silence> byId = new TreeMap<>();
    private final Map<String, Silence> made = new TreeMap<>();
    private final Set<String> configured = new HashSet<>();

    /**
     * Puts both together.
     *
     * @param configured those of the configuration
     * @param made those made, changed or ended while running
     */
    public Silences(Collection<Silence> configured, Collection<Silence> made) {
        configured.forEach(silence -> byId.put(silence.id(), silence));
        this.configured.addAll(byId.keySet());
        made.forEach(silence -> this.made.put(silence.id(), silence));
        byId.putAll(this.made);
    }

    /**
     * Lists those that were made, changed or ended while running.
     *
     * @return them, sorted by id
     */
    public List<Silence> made() {
        return List.copyOf(made.values());
    }

    /**
     * Tells whether a silence stands in the configuration, though it may have been ended by hand.
     *
     * @param id its id
     * @return whether it does
     */
    public boolean isConfigured(String id) {
        return configured.contains(id);
    }

    /**
     * Lists them.
     *
     * @return all, sorted by id, also those that are over
     */
    public List<Silence> all() {
        return List.copyOf(byId.values());
    }

    /**
     * Looks one up.
     *
     * @param id its id
     * @return the silence, if there is one
     */
    public Optional<Silence> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Lists those that hold at a moment, which takes longer to find out than whether one of them matches.
     *
     * @param time epoch nanoseconds
     * @return the silences, sorted by id
     */
    public List<Silence> on(long time) {
        return byId.values().stream().filter(silence -> silence.isOn(time)).toList();
    }

    /**
     * Finds the silence that holds an alert back; of several the first by id.
     *
     * @param alert any alert
     * @param time epoch nanoseconds
     * @return the silence, if there is one
     */
    public Optional<Silence> holding(Alert alert, long time) {
        return byId.values().stream()
                .filter(silence -> silence.holds(alert, time))
                .findFirst();
    }

    /**
     * Finds when any of them may begin or end to hold.
     *
     * @param time epoch nanoseconds
     * @return a later time before which nothing changes; absent when nothing will
     */
    public OptionalLong nextBoundary(long time) {
        return byId.values().stream()
                .map(silence -> silence.nextBoundary(time))
                .flatMapToLong(OptionalLong::stream)
                .min();
    }
}
