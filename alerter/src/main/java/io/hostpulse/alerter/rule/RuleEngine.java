package io.hostpulse.alerter.rule;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.Note;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.StreamName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applies rules to samples and tells what changes. It knows no clock: time comes with the samples, and by {@link #tick} for what depends
 * on time alone, which is called about once a second. The same calls give the same transitions. Not thread-safe: one thread owns it.
 *
 * <p>After a restart: make an engine, {@link #restore} what is remembered, replay recent samples and ticks in their order, {@link
 * #awaken}, and go on. Nothing is told in between. To go on exactly as if it had never stopped, the replay has to reach back as far as the
 * longest time in the rules does; what fires is right with any replay, or none.
 */
public final class RuleEngine {

    private final String host;
    private final Consumer<Transition> transitions;
    private final EngineClock clock = new EngineClock();
    private final Map<StreamName, StreamTrack> streams = new TreeMap<>();
    private final List<Alert> orphans = new ArrayList<>();
    private RuleSet rules;
    private boolean quiet;

    /**
     * Starts without any state.
     *
     * @param rules what to look for
     * @param host the machine's name, for messages
     * @param transitions is told every change, on the thread that caused it, before the call returns
     */
    public RuleEngine(RuleSet rules, String host, Consumer<Transition> transitions) {
        this.rules = rules;
        this.host = host;
        this.transitions = transition -> {
            if (!quiet) {
                transitions.accept(transition);
            }
        };
    }

    /**
     * Says that a stream is written and how often. From now on records are waited for, so that one that never begins is noticed.
     *
     * @param stream the stream
     * @param interval the time between two samples
     */
    public void expect(StreamName stream, Duration interval) {
        track(stream).interval(interval);
    }

    /**
     * Says that a stream is no longer written, by intention. Its alerts are over.
     *
     * @param stream the stream
     * @param at the time, epoch nanoseconds
     */
    public void forget(StreamName stream, long at) {
        StreamTrack track = streams.remove(stream);
        if (track != null) {
            track.rules().forEach(rule -> rule.end(ResolveReason.GONE, at));
        }
    }

    /**
     * Takes the next record of a stream. One whose sequence is not above the last one's was there before and is ignored.
     *
     * @param stream the stream
     * @param sampleTime when it was sampled, epoch nanoseconds; may repeat or go back
     * @param sequence its number in the stream
     * @param reading what came of the attempt to read
     */
    public void sample(StreamName stream, long sampleTime, long sequence, Reading reading) {
        track(stream).sample(sampleTime, sequence, reading);
    }

    private StreamTrack track(StreamName stream) {
        StreamTrack known = streams.get(stream);
        if (known != null) {
            return known;
        }
        StreamTrack created = new StreamTrack(stream, clock, host, transitions);
        created.follow(rules, clock.now());
        streams.put(stream, created);
        return created;
    }

    /**
     * Says what time it is. A step of more than 5 s is taken for a clock that was set or a process that was stopped: only 5 s of it count.
     *
     * @param now the time, epoch nanoseconds
     */
    public void tick(long now) {
        clock.tick(now);
        for (StreamTrack stream : streams.values()) {
            stream.tick(now);
        }
    }

    /**
     * Gives all alerts, pending ones included, as they stand.
     *
     * @return them in no particular order
     */
    public List<Alert> alerts() {
        return series().flatMap(one -> one.alert().stream()).toList();
    }

    private Stream<Series> series() {
        return streams.values().stream()
                .flatMap(stream -> stream.rules().stream())
                .flatMap(rule -> rule.series().stream());
    }

    private Optional<Series> open(String id) {
        return series().filter(one -> one.hasOpen(id)).findFirst();
    }

    /**
     * Notes that somebody takes care of an alert.
     *
     * @param id the alert
     * @param note who, and when
     * @return the alert with it; nothing when it is not on
     */
    public Optional<Alert> acknowledge(String id, Note note) {
        return open(id).map(one -> one.acknowledge(note));
    }

    /**
     * Adds what somebody says about an alert.
     *
     * @param id the alert
     * @param note what
     * @return the alert with it; nothing when it is not on
     */
    public Optional<Alert> note(String id, Note note) {
        return open(id).map(one -> one.add(note));
    }

    /**
     * Ends an alert because a person says so. It begins again only after its value was normal, or when it becomes worse.
     *
     * @param id the alert
     * @param at the time, epoch nanoseconds
     * @return whether it was on
     */
    public boolean resolve(String id, long at) {
        Optional<Series> found = open(id);
        found.ifPresent(one -> one.end(ResolveReason.BY_HAND, at));
        return found.isPresent();
    }

    /**
     * Goes over to other rules at once. Unchanged rules go on as if nothing had happened; changed ones too if they measure the same,
     * and the next sample decides; alerts of all others are over.
     *
     * @param newRules the rules from now on
     * @param now the time, epoch nanoseconds
     */
    public void reload(RuleSet newRules, long now) {
        rules = newRules;
        streams.values().forEach(stream -> stream.follow(newRules, now));
    }

    /**
     * Gives the rules in force.
     *
     * @return them
     */
    public RuleSet rules() {
        return rules;
    }

    /**
     * Begins to put together the state of an engine that has stopped. Until {@link #awaken}, nothing is told.
     *
     * @param remembered the alerts that were on; and those that a person resolved while they were on and that have not begun again since,
     *     in state resolved
     */
    public void restore(Collection<Alert> remembered) {
        quiet = true;
        remembered.forEach(this::remember);
    }

    private void remember(Alert alert) {
        Optional<StreamTrack> stream = rules.find(alert.key().rule())
                .flatMap(rule -> Dimension.stream(rule, alert.key()).map(this::track));
        if (stream.isPresent()) {
            stream.get().rules().stream()
                    .filter(track -> track.rule().name().equals(alert.key().rule()))
                    .forEach(track -> track.remember(alert));
        } else {
            orphans.add(alert);
        }
    }

    /**
     * Ends {@link #restore}: the remembered alerts are on, whatever the replay came to, and from now on changes are told. Alerts whose rule is
     * no longer there are over.
     *
     * @param now the time, epoch nanoseconds
     */
    public void awaken(long now) {
        streams.values().forEach(stream -> stream.rules().forEach(RuleTrack::awaken));
        quiet = false;
        orphans.stream().filter(Alert::isActive).forEach(alert -> transitions.accept(Orphan.resolved(alert, now)));
        orphans.clear();
    }

    /**
     * Tells how each rule is doing.
     *
     * @return one for each, in their order
     */
    public List<RuleStatus> status() {
        Map<String, List<RuleTrack>> tracks = streams.values().stream()
                .flatMap(stream -> stream.rules().stream())
                .collect(Collectors.groupingBy(track -> track.rule().name()));
        return rules.all().stream()
                .map(rule -> StatusWriter.of(rule, tracks.getOrDefault(rule.name(), List.of())))
                .toList();
    }
}
