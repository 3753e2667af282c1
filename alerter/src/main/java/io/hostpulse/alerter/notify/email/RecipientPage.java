package io.hostpulse.alerter.notify.email;

import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.Redaction;
import jakarta.mail.internet.InternetAddress;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What has come of one notification for each of its recipients, over all attempts so far. Used by one thread. */
final class RecipientPage {

    private final Set<String> accepted = new HashSet<>();
    private final Map<String, String> refused = new LinkedHashMap<>();

    /** Those for whom nothing is settled. */
    Map<String, InternetAddress> open(Map<String, InternetAddress> all) {
        Map<String, InternetAddress> open = new LinkedHashMap<>(all);
        open.keySet().removeAll(accepted);
        open.keySet().removeAll(refused.keySet());
        return open;
    }

    Outcome add(MailAnswer answer, Redaction redaction) {
        accepted.addAll(answer.accepted());
        refused.putAll(answer.refused());
        if (!answer.later().isEmpty()) {
            String done = accepted.isEmpty() ? "" : "taken for " + accepted.size() + " already; ";
            return new Outcome.TryAgain(
                    redaction.reason(done + "not yet for " + list(answer.later())), Optional.empty());
        }
        if (accepted.isEmpty()) {
            return new Outcome.Refused(redaction.reason("no recipient is taken: " + list(refused)));
        }
        // First who did not get it: the rest may be cut.
        String but = refused.isEmpty() ? "" : "refused for " + list(refused) + "; taken for the others: ";
        return new Outcome.Delivered(redaction.answer(but + answer.said()));
    }

    /** Nobody who was left got it; others may have, in an earlier attempt. */
    Outcome fail(MailFailureException failure, Set<String> open, Redaction redaction) {
        if (!failure.isForGood()) {
            return new Outcome.TryAgain(redaction.reason(failure.getMessage()), Optional.empty());
        }
        if (accepted.isEmpty()) {
            return new Outcome.Refused(redaction.reason(failure.getMessage()));
        }
        open.forEach(one -> refused.put(one, failure.getMessage()));
        return add(new MailAnswer(List.of(), Map.of(), Map.of(), "earlier"), redaction);
    }

    private static String list(Map<String, String> reasons) {
        return reasons.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue().strip() + ")")
                .collect(Collectors.joining(", "));
    }
}
