package io.hostpulse.alerter.route;

import io.hostpulse.alerter.notify.Notification.Kind;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertState;
import java.util.Optional;
import java.util.OptionalLong;

/** Assesses an alert of which a handler does not know: whether it is told that it began. */
final class Beginning {

    private final RoutingSettings settings;
    private final Cooldowns cooldowns;

    Beginning(RoutingSettings settings, Cooldowns cooldowns) {
        this.settings = settings;
        this.cooldowns = cooldowns;
    }

    Verdict assess(Recipient recipient, Tracked one, Survey survey) {
        if (one.isOver() && one.standing(recipient.name()).unsent().isPresent()) {
            return Verdict.NOTHING;
        }
        Optional<Reason> reason = recipient.refuses(one.lastOn(), one.lastOn().level());
        if (reason.isPresent()) {
            return new Verdict.Unsent(reason.get(), Long.MAX_VALUE);
        }
        if (one.isOver() && survey.isRepeated(one)) {
            return new Verdict.Unsent(Reason.REPEATED, Long.MAX_VALUE);
        }
        if (survey.isInhibited(one)) {
            return new Verdict.Unsent(Reason.INHIBITED, Long.MAX_VALUE);
        }
        OptionalLong step = settings.escalatesTo(recipient.name());
        return step.isPresent()
                ? escalation(recipient, one, step.getAsLong(), survey)
                : reachable(recipient, one, survey);
    }

    private Verdict escalation(Recipient recipient, Tracked one, long after, Survey survey) {
        long due = one.openSince().orElse(survey.now()) + after;
        if (one.isOver() || one.alert().state() == AlertState.ACKNOWLEDGED) {
            return Verdict.NOTHING;
        }
        return survey.now() < due ? new Verdict.Nothing(due) : reachable(recipient, one, survey);
    }

    private Verdict reachable(Recipient recipient, Tracked one, Survey survey) {
        return recipient.isReachable(survey.now())
                ? firing(recipient, one, survey)
                : Verdict.unreachable(recipient, survey);
    }

    private Verdict firing(Recipient recipient, Tracked one, Survey survey) {
        Alert alert = one.lastOn();
        Optional<Remembered.Heard> cooling = cooldowns.running(recipient, one, survey.now());
        boolean worse = cooling.filter(heard -> alert.level().compareTo(heard.level()) > 0)
                .isPresent();
        // Flapping is told once, and is what the cooldown of its single changes leads to.
        boolean passes = worse || alert.flapping();
        long earliest = cooling.filter(heard -> !passes).map(cooldowns::end).orElse(survey.now());
        if (one.isOver() && earliest > survey.now()) {
            return new Verdict.Unsent(Reason.COOLDOWN, Long.MAX_VALUE);
        }
        long due = one.openSince().orElse(survey.now()) + settings.groupWait(alert.level());
        return new Verdict.News(Kind.FIRING, earliest, Math.max(due, earliest), worse);
    }
}
