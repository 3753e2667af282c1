package io.hostpulse.alerter.route;

import io.hostpulse.alerter.silence.Silence;
import java.time.Duration;
import java.util.List;

/** Forgets what can make no difference any more, so that memory stays as small as what is going on. */
final class Upkeep {

    /** So long it is worth saying, and showing, what was. */
    private static final long UNHEARD_KEPT = Duration.ofDays(1).toNanos();

    private static final long SILENCES_KEPT = Duration.ofDays(7).toNanos();

    private final RoutingSettings settings;
    private final RoutingMemory memory;
    private final Cooldowns cooldowns;
    private final List<Recipient> recipients;

    Upkeep(RoutingSettings settings, RoutingMemory memory, Cooldowns cooldowns, List<Recipient> recipients) {
        this.settings = settings;
        this.memory = memory;
        this.cooldowns = cooldowns;
        this.recipients = recipients;
    }

    void forget(long now) {
        memory.tracked().stream().filter(this::isDone).forEach(one -> memory.forget(one.key()));
        memory.heard().stream().filter(heard -> isHistory(heard, now)).forEach(heard -> memory.forget(heard.key()));
        memory.windows().stream()
                .filter(window -> window.at() + settings.times().groupWindow().toNanos() <= now)
                .forEach(window -> memory.forget(window.key()));
        memory.silences().stream()
                .filter(silence -> isHistory(silence, now))
                .forEach(silence -> memory.forget(Remembered.StoredSilence.key(silence.id())));
    }

    private boolean isDone(Tracked one) {
        return one.isOver()
                && recipients.stream()
                        .allMatch(recipient -> one.standing(recipient.name()).done());
    }

    private boolean isHistory(Remembered.Heard heard, long now) {
        boolean needed = heard.unheard() > 0 && now < heard.at() + UNHEARD_KEPT;
        return cooldowns.end(heard) <= now && !needed;
    }

    // One that ends a silence of the configuration must stay, or that one would hold again.
    private boolean isHistory(Silence silence, long now) {
        boolean configured =
                settings.silences().stream().anyMatch(other -> other.id().equals(silence.id()));
        return !configured && silence.isOver(now) && now >= silence.to().orElse(now) + SILENCES_KEPT;
    }
}
