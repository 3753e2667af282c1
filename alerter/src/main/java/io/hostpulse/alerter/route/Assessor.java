package io.hostpulse.alerter.route;

import io.hostpulse.alerter.notify.Notification.Kind;

/**
 * Compares what a handler was told of an alert with how the alert stands. Nothing is a matter of having seen a change: whatever held a
 * notification back, the difference is still there when it ends.
 */
final class Assessor {

    private final Beginning beginning;
    private final FollowUp followUp;

    Assessor(RoutingSettings settings, Cooldowns cooldowns) {
        this.beginning = new Beginning(settings, cooldowns);
        this.followUp = new FollowUp(settings, cooldowns);
    }

    Verdict assess(Recipient recipient, Tracked one, Survey survey) {
        Standing standing = one.standing(recipient.name());
        if (standing.done()) {
            return Verdict.NOTHING;
        }
        Verdict verdict = standing.told().isPresent()
                ? followUp.assess(recipient, one, standing.told().get(), survey)
                : beginning.assess(recipient, one, survey);
        return survey.isSilenced(one) && verdict instanceof Verdict.News news ? silenced(news) : verdict;
    }

    // A reminder tells nothing new, and that somebody takes care is told when the silence is over.
    private static Verdict silenced(Verdict.News news) {
        boolean isChange = news.kind() == Kind.FIRING || news.kind() == Kind.RESOLVED;
        return isChange ? new Verdict.Unsent(Reason.SILENCED, Long.MAX_VALUE) : Verdict.NOTHING;
    }
}
