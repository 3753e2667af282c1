package io.hostpulse.alerter.notify.http;

import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.Redaction;
import io.hostpulse.common.net.HttpAnswer;
import io.hostpulse.common.net.HttpTarget;
import io.hostpulse.common.net.RetryAfter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What an answer means for the notification.
 *
 * @param redaction takes secrets out of what the server said
 */
record AnswerVerdict(Redaction redaction) {

    private static final Set<Integer> MAY_PASS = Set.of(408, 425, 429);
    private static final Set<Integer> SAY_WHEN = Set.of(429, 503);

    /** The place itself is said to be wrong, for good. */
    private static final Set<Integer> MOVED = Set.of(301, 308);

    Outcome of(HttpTarget target, HttpAnswer answer, long epochNanos) {
        int status = answer.status();
        if (answer.isSuccess()) {
            return new Outcome.Delivered(redaction.answer("HTTP " + status + said(answer)));
        }
        String reason = redaction.reason(target + ": HTTP " + status + said(answer));
        if (status / 100 == 3) {
            String redirected = target + ": HTTP " + status
                    + ", which points elsewhere and is not followed; correct 'url', or write 'follow_redirects: true'";
            return MOVED.contains(status)
                    ? new Outcome.Refused(redirected)
                    : new Outcome.TryAgain(redirected, Optional.empty());
        }
        boolean mayPass = status / 100 == 5 || MAY_PASS.contains(status);
        return mayPass ? new Outcome.TryAgain(reason, wait(answer, epochNanos)) : new Outcome.Refused(reason);
    }

    private static Optional<Duration> wait(HttpAnswer answer, long epochNanos) {
        return SAY_WHEN.contains(answer.status())
                ? answer.header("retry-after").flatMap(value -> RetryAfter.parse(value, epochNanos))
                : Optional.empty();
    }

    private static String said(HttpAnswer answer) {
        String body = answer.body()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                .orElse("");
        return body.isEmpty() ? "" : ": " + body;
    }
}
