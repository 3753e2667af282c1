package io.hostpulse.alerter.route;

import io.hostpulse.alerter.silence.Silence;
import io.hostpulse.alerter.silence.SilenceFields;
import io.hostpulse.alerter.silence.Silences;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Turns changes of alerts into notifications. It has no clock: it is told the time, and says when it wants to be asked again. All
 * it knows is in its memory, so another router with the same settings and a folded memory decides the same. Not thread-safe.
 */
public final class Router {

    /** Times are remembered as text with microseconds; finer ones would come back different. */
    private static final long MICROSECOND = 1000;

    private final String host;
    private final RoutingSettings settings;
    private List<Recipient> recipients;
    private final RoutingMemory memory;
    private final Inhibitions inhibitions;
    private final Assessor assessor;
    private Summaries summaries;
    private Upkeep upkeep;

    /**
     * Goes on where the memory stands.
     *
     * @param host the machine that alerts are about
     * @param settings the section {@code alerts}
     * @param rules what rules say about their notifications
     * @param recipients the handlers, in the order in which they are served
     * @param memory what was remembered before; this router's alone from now on
     */
    public Router(
            String host,
            RoutingSettings settings,
            RuleRouting rules,
            List<Recipient> recipients,
            RoutingMemory memory) {
        this.host = host;
        this.settings = settings;
        this.memory = memory;
        this.inhibitions = new Inhibitions(settings.inhibitions(), rules.dependsOn());
        this.assessor = new Assessor(settings, rules, memory);
        serve(recipients);
    }

    /**
     * Goes over to other handlers, or others that want anything. What that changes is decided in the next step.
     *
     * @param handlers the handlers, in the order in which they are served
     */
    public void serve(List<Recipient> handlers) {
        this.recipients = List.copyOf(handlers);
        this.summaries = new Summaries(settings, memory, recipients);
        this.upkeep = new Upkeep(settings, memory, assessor, recipients);
    }

    /**
     * Takes a step. Everything that happened at one moment belongs into one step: what follows from what, and what goes into one
     * notification, is decided over all of it.
     *
     * @param time the present, epoch nanoseconds; what is below a microsecond does not count. It should not be earlier than before
     * @param events what happened since the last step, in order; may be nothing, when only time has passed
     * @return what is to be done
     */
    public Decision step(long time, List<RoutingEvent> events) {
        long now = time - Math.floorMod(time, MICROSECOND);
        events.forEach(event -> take(event, now));
        Survey survey = Survey.of(memory.tracked(), silences(), inhibitions, now);
        open(survey);
        Outgoing outgoing = new Outgoing(host);
        summaries.count(assessor, survey);
        summaries.tell(survey, outgoing);
        List<HandlerTurn> turns = recipients.stream()
                .map(recipient -> new HandlerTurn(settings, memory, assessor, outgoing, recipient, survey))
                .toList();
        turns.forEach(HandlerTurn::take);
        upkeep.forget(now);
        return new Decision(outgoing.dispatches(), outgoing.unsent(), memory.takeChanges(), again(turns, survey));
    }

    /**
     * Lists the silences.
     *
     * @return those of the configuration and those made while running, sorted by id, also those that are over
     */
    public Silences silences() {
        return new Silences(settings.silences(), memory.silences());
    }

    private void take(RoutingEvent event, long now) {
        if (event instanceof RoutingEvent.AlertChanged changed) {
            take(changed.alert());
        } else if (event instanceof RoutingEvent.SilenceSet set) {
            memory.remember(new Remembered.StoredSilence(asRemembered(set.silence())));
        } else if (event instanceof RoutingEvent.SilenceExpired expired) {
            silences()
                    .get(expired.id())
                    .filter(silence -> !silence.isOver(now))
                    .map(silence -> silence.expired(now))
                    .ifPresent(silence -> memory.remember(new Remembered.StoredSilence(silence)));
        } else if (event instanceof RoutingEvent.SilenceDeleted deleted
                && memory.silences().stream().map(Silence::id).anyMatch(deleted.id()::equals)) {
            memory.forget(Remembered.StoredSilence.key(deleted.id()));
        }
    }

    // Its times may be finer than what comes back after a restart.
    private static Silence asRemembered(Silence silence) {
        return SilenceFields.parse(SilenceFields.of(silence));
    }

    // Of what never was on there is nothing to tell.
    private void take(Alert alert) {
        if (alert.state() == AlertState.PENDING) {
            return;
        }
        memory.tracked(alert.id())
                .map(known -> known.changed(alert))
                .or(() -> Optional.of(alert).filter(Alert::isActive).map(Tracked::begin))
                .ifPresent(memory::remember);
        summaries.changed(alert);
    }

    private void open(Survey survey) {
        for (Tracked one : memory.tracked()) {
            if (one.openSince().isEmpty() && !survey.isSilenced(one) && !survey.isInhibited(one)) {
                memory.remember(one.open(survey.now()));
            }
        }
    }

    private OptionalLong again(List<HandlerTurn> turns, Survey survey) {
        boolean waiting = !memory.tracked().isEmpty() || !memory.heldBack().isEmpty();
        LongStream times = LongStream.concat(
                turns.stream().mapToLong(HandlerTurn::again),
                LongStream.of(
                        summaries.again(survey),
                        waiting
                                ? survey.silences().nextBoundary(survey.now()).orElse(Long.MAX_VALUE)
                                : Long.MAX_VALUE));
        long next = times.min().orElse(Long.MAX_VALUE);
        return next == Long.MAX_VALUE
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(next, survey.now() + MICROSECOND));
    }
}
