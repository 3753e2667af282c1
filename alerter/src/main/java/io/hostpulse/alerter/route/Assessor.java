package io.hostpulse.alerter.route;

import io.hostpulse.alerter.notify.Notification.Kind;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Compares what a handler was told of an alert with how the alert stands. Nothing is a matter of having seen a change: whatever held a
 * notification back, the difference is still there when it ends.
 */
final class Assessor {

    private final RoutingSettings settings;
    private final RuleRouting rules;
    private final RoutingMemory memory;

    Assessor(RoutingSettings settings, RuleRouting rules, RoutingMemory memory) {
        this.settings = settings;
        this.rules = rules;
        this.memory = memory;
    }

    Verdict assess(Recipient recipient, Tracked one, Survey survey) {
        Standing standing = one.standing(recipient.name());
        if (standing.done()) {
            return Verdict.NOTHING;
        }
        Verdict verdict = standing.told().isPresent()
                ? followUp(recipient, one, standing.told().get(), survey)
                : beginning(recipient, one, standing, survey);
        return survey.isSilenced(one) && verdict instanceof Verdict.News news ? silenced(news) : verdict;
    }

    // A reminder tells nothing new, and that somebody takes care is told when the silence is over.
    private static Verdict silenced(Verdict.News news) {
        boolean isChange = news.kind() == Kind.FIRING || news.kind() == Kind.RESOLVED;
        return isChange ? new Verdict.Unsent(Reason.SILENCED, Long.MAX_VALUE) : Verdict.NOTHING;
    }

    /** The handler does not know the alert. */
    private Verdict beginning(Recipient recipient, Tracked one, Standing standing, Survey survey) {
        if (one.isOver() && standing.unsent().isPresent()) {
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
        if (step.isPresent()) {
            return escalation(recipient, one, step.getAsLong(), survey);
        }
        return recipient.isReachable(survey.now()) ? firing(recipient, one, survey) : unreachable(recipient, survey);
    }

    private Verdict escalation(Recipient recipient, Tracked one, long after, Survey survey) {
        long due = one.openSince().orElse(survey.now()) + after;
        if (one.isOver() || isAcknowledged(one.alert())) {
            return Verdict.NOTHING;
        }
        if (survey.now() < due) {
            return new Verdict.Nothing(due);
        }
        return recipient.isReachable(survey.now()) ? firing(recipient, one, survey) : unreachable(recipient, survey);
    }

    private Verdict firing(Recipient recipient, Tracked one, Survey survey) {
        Alert alert = one.lastOn();
        Optional<Remembered.Heard> cooling =
                memory.heard(recipient.name(), alert.key()).filter(heard -> cooldownEnd(heard) > survey.now());
        boolean worse = cooling.filter(heard -> alert.level().compareTo(heard.level()) > 0)
                .isPresent();
        // Flapping is told once, and is what the cooldown of its single changes leads to.
        boolean passes = worse || alert.flapping();
        long earliest = cooling.filter(heard -> !passes).map(this::cooldownEnd).orElse(survey.now());
        if (one.isOver() && earliest > survey.now()) {
            return new Verdict.Unsent(Reason.COOLDOWN, Long.MAX_VALUE);
        }
        long due = one.openSince().orElse(survey.now()) + settings.groupWait(alert.level());
        return new Verdict.News(Kind.FIRING, earliest, Math.max(due, earliest), worse);
    }

    private static Verdict unreachable(Recipient recipient, Survey survey) {
        return new Verdict.Unsent(
                Reason.HOURS,
                recipient.hours().map(hours -> hours.nextBoundary(survey.now())).orElse(Long.MAX_VALUE));
    }

    /** The handler was told that the alert is on. */
    private Verdict followUp(Recipient recipient, Tracked one, Standing.Told told, Survey survey) {
        Verdict verdict = one.isOver() ? over(recipient, one, survey) : change(one, told, recipient, survey);
        if (!recipient.enabled() && verdict instanceof Verdict.News) {
            return new Verdict.Unsent(Reason.DISABLED, Long.MAX_VALUE);
        }
        return isDue(verdict, survey) && !recipient.isReachable(survey.now())
                ? unreachable(recipient, survey)
                : verdict;
    }

    private static boolean isDue(Verdict verdict, Survey survey) {
        return verdict instanceof Verdict.News news && news.earliest() <= survey.now();
    }

    // While it flaps, that it is over means nothing yet.
    private static Verdict over(Recipient recipient, Tracked one, Survey survey) {
        if (one.alert().flapping()) {
            return Verdict.NOTHING;
        }
        return recipient.sendResolved()
                ? new Verdict.News(Kind.RESOLVED, survey.now(), survey.now(), false)
                : new Verdict.Unsent(Reason.RESOLVED, Long.MAX_VALUE);
    }

    private Verdict change(Tracked one, Standing.Told told, Recipient recipient, Survey survey) {
        Alert alert = one.alert();
        AlertLevel level = alert.level();
        long now = survey.now();
        if (survey.isInhibited(one) && !isAcknowledged(alert)) {
            return level == told.level() ? Verdict.NOTHING : new Verdict.Unsent(Reason.INHIBITED, Long.MAX_VALUE);
        }
        if (level.compareTo(told.level()) > 0) {
            return new Verdict.News(Kind.FIRING, now, now, true);
        }
        if (alert.flapping() != told.flapping()) {
            return new Verdict.News(Kind.FIRING, now, now, false);
        }
        if (isAcknowledged(alert)) {
            return told.acknowledged()
                    ? better(recipient, alert, told, survey)
                    : new Verdict.News(Kind.ACKNOWLEDGED, now, now, true);
        }
        Verdict better = better(recipient, alert, told, survey);
        return better instanceof Verdict.News ? better : reminder(recipient, one, told, survey);
    }

    private Verdict better(Recipient recipient, Alert alert, Standing.Told told, Survey survey) {
        if (alert.flapping() || alert.level() == told.level()) {
            return Verdict.NOTHING;
        }
        long until = memory.heard(recipient.name(), alert.key())
                .map(this::cooldownEnd)
                .orElse(survey.now());
        return new Verdict.News(Kind.FIRING, until, until, false);
    }

    private Verdict reminder(Recipient recipient, Tracked one, Standing.Told told, Survey survey) {
        boolean wanted = recipient.refuses(one.alert(), one.alert().level()).isEmpty();
        if (settings.times().repeat().isZero() || !wanted) {
            return Verdict.NOTHING;
        }
        long cooled = memory.heard(recipient.name(), one.alert().key())
                .map(this::cooldownEnd)
                .orElse(survey.now());
        long due = Math.max(told.at() + settings.times().repeat().toNanos(), cooled);
        return new Verdict.News(Kind.REMINDER, due, due, false);
    }

    long cooldownEnd(Remembered.Heard heard) {
        return heard.at()
                + rules.cooldowns()
                        .getOrDefault(heard.alert().rule(), settings.times().cooldown())
                        .toNanos();
    }

    private static boolean isAcknowledged(Alert alert) {
        return alert.state() == AlertState.ACKNOWLEDGED;
    }
}
