package io.hostpulse.alerter.route;

import java.time.Duration;
import java.util.Optional;

/** For how long a handler that heard of an alert does not hear of it again. */
final class Cooldowns {

    private final Duration usual;
    private final RuleRouting rules;
    private final RoutingMemory memory;

    Cooldowns(RoutingSettings settings, RuleRouting rules, RoutingMemory memory) {
        this.usual = settings.times().cooldown();
        this.rules = rules;
        this.memory = memory;
    }

    /** Until when, epoch nanoseconds. */
    long end(Remembered.Heard heard) {
        return heard.at()
                + rules.cooldowns().getOrDefault(heard.alert().rule(), usual).toNanos();
    }

    /** Until when it holds for an alert; now when the handler has not heard of it. */
    long end(Recipient recipient, Tracked one, long now) {
        return memory.heard(recipient.name(), one.alert().key()).map(this::end).orElse(now);
    }

    /** What the handler heard, if it holds still. */
    Optional<Remembered.Heard> running(Recipient recipient, Tracked one, long now) {
        return memory.heard(recipient.name(), one.alert().key()).filter(heard -> end(heard) > now);
    }
}
