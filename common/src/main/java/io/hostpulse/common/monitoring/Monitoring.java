package io.hostpulse.common.monitoring;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is measured and what is not. Who stops what is stopped already changes nothing: it is stopped by whoever was first. Immutable.
 *
 * @param everything why nothing is measured, streams that are yet to come included; empty when only some are stopped, or none
 * @param except streams that are measured all the same
 * @param streams why single streams are not measured
 */
public record Monitoring(Optional<Stop> everything, Set<String> except, Map<String, Stop> streams) {

    /** All is measured. */
    public static final Monitoring ON = new Monitoring(Optional.empty(), Set.of(), Map.of());

    /** Copies the collections and orders them by name. */
    public Monitoring {
        except = Collections.unmodifiableSet(new TreeSet<>(except));
        streams = Collections.unmodifiableMap(new TreeMap<>(streams));
    }

    /**
     * Tells why a stream is not measured.
     *
     * @param stream the stream's name
     * @return who stopped it; empty when it is measured
     */
    public Optional<Stop> of(String stream) {
        return Optional.ofNullable(streams.get(stream)).or(() -> everything.filter(stop -> !except.contains(stream)));
    }

    /**
     * Tells whether all is measured.
     *
     * @return whether nothing is stopped
     */
    public boolean isOn() {
        return everything.isEmpty() && streams.isEmpty();
    }

    /**
     * Stops everything.
     *
     * @param stop who wants it
     * @return what is so from then on
     */
    public Monitoring stop(Stop stop) {
        // What was measured until now is stopped by this one, and not by whoever stopped the rest before.
        Map<String, Stop> measured = stop(except, stop).streams();
        return new Monitoring(Optional.of(everything.orElse(stop)), Set.of(), measured);
    }

    /**
     * Stops some streams.
     *
     * @param names the streams
     * @param stop who wants it
     * @return what is so from then on
     */
    public Monitoring stop(Collection<String> names, Stop stop) {
        Map<String, Stop> more = new TreeMap<>(streams);
        names.stream().filter(name -> of(name).isEmpty()).forEach(name -> more.put(name, stop));
        return new Monitoring(everything, except, more);
    }

    /**
     * Goes on with some streams.
     *
     * @param names the streams
     * @return what is so from then on
     */
    public Monitoring start(Collection<String> names) {
        Map<String, Stop> fewer = new TreeMap<>(streams);
        names.forEach(fewer::remove);
        Set<String> measured = new TreeSet<>(except);
        if (everything.isPresent()) {
            measured.addAll(names);
        }
        return new Monitoring(everything, measured, fewer);
    }
}
