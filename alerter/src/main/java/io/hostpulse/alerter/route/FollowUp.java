package io.hostpulse.alerter.route;

import io.hostpulse.alerter.notify.Notification.Kind;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;

/** Assesses an alert of which a handler was told that it is on: what it hears of it next. */
final class FollowUp {

    private final RoutingSettings settings;
    private final Cooldowns cooldowns;

    FollowUp(RoutingSettings settings, Cooldowns cooldowns) {
        this.settings = settings;
        this.cooldowns = cooldowns;
    }

    Verdict assess(Recipient recipient, Tracked one, Standing.Told told, Survey survey) {
        Verdict verdict = one.isOver() ? over(recipient, one, survey) : change(one, told, recipient, survey);
        if (!recipient.enabled() && verdict instanceof Verdict.News) {
            return new Verdict.Unsent(Reason.DISABLED, Long.MAX_VALUE);
        }
        return isDue(verdict, survey) && !recipient.isReachable(survey.now())
                ? Verdict.unreachable(recipient, survey)
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
                    ? better(recipient, one, told, survey)
                    : new Verdict.News(Kind.ACKNOWLEDGED, now, now, true);
        }
        Verdict better = better(recipient, one, told, survey);
        return better instanceof Verdict.News ? better : reminder(recipient, one, told, survey);
    }

    private Verdict better(Recipient recipient, Tracked one, Standing.Told told, Survey survey) {
        if (one.alert().flapping() || one.alert().level() == told.level()) {
            return Verdict.NOTHING;
        }
        long until = cooldowns.end(recipient, one, survey.now());
        return new Verdict.News(Kind.FIRING, until, until, false);
    }

    private Verdict reminder(Recipient recipient, Tracked one, Standing.Told told, Survey survey) {
        boolean wanted = recipient.refuses(one.alert(), one.alert().level()).isEmpty();
        if (settings.times().repeat().isZero() || !wanted) {
            return Verdict.NOTHING;
        }
        long cooled = cooldowns.end(recipient, one, survey.now());
        long due = Math.max(told.at() + settings.times().repeat().toNanos(), cooled);
        return new Verdict.News(Kind.REMINDER, due, due, false);
    }

    private static boolean isAcknowledged(Alert alert) {
        return alert.state() == AlertState.ACKNOWLEDGED;
    }
}
