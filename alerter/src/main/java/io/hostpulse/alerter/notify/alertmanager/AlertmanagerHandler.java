package io.hostpulse.alerter.notify.alertmanager;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.PlainText;
import io.hostpulse.alerter.notify.http.HttpPoster;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.net.HttpRequest;
import io.hostpulse.common.net.HttpTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Posts to every member of a cluster. They tell each other, so one that took it is enough; which did not is in the receipt.
 */
final class AlertmanagerHandler implements Handler {

    private static final int LONGEST_RECEIPT = 200;
    private static final int LONGEST_REASON = 400;

    private final List<HttpTarget> members;
    private final AlertmanagerAlerts alerts;
    private final HttpPoster poster;
    private final SentSeverities sent = new SentSeverities();

    AlertmanagerHandler(List<HttpTarget> members, AlertmanagerAlerts alerts, HttpPoster poster) {
        this.members = List.copyOf(members);
        this.alerts = alerts;
        this.poster = poster;
    }

    @Override
    public Outcome send(Notification notification) {
        byte[] body = alerts.of(notification, sent);
        List<Outcome> outcomes = new ArrayList<>();
        for (HttpTarget member : members) {
            outcomes.add(poster.send(new HttpRequest(
                    member, "POST", Map.of("Content-Type", new Secret("application/json")), Optional.of(body))));
        }
        Outcome together = together(outcomes);
        if (together instanceof Outcome.Delivered) {
            notification.alerts().forEach(sent::remember);
        }
        return together;
    }

    private Outcome together(List<Outcome> outcomes) {
        List<String> failures = failures(outcomes);
        if (failures.size() < outcomes.size()) {
            String receipt = "taken by " + (outcomes.size() - failures.size()) + " of " + outcomes.size();
            return new Outcome.Delivered(
                    failures.isEmpty() ? receipt : shortened(receipt + "; not by " + String.join("; ", failures)));
        }
        Optional<Outcome.TryAgain> again = outcomes.stream()
                .filter(Outcome.TryAgain.class::isInstance)
                .map(Outcome.TryAgain.class::cast)
                .findFirst();
        String reason = PlainText.line(String.join("; ", failures), LONGEST_REASON);
        return again.<Outcome>map(first -> new Outcome.TryAgain(reason, first.after()))
                .orElseGet(() -> new Outcome.Refused(reason));
    }

    private static List<String> failures(List<Outcome> outcomes) {
        return outcomes.stream().flatMap(outcome -> reason(outcome).stream()).collect(Collectors.toList());
    }

    private static Optional<String> reason(Outcome outcome) {
        if (outcome instanceof Outcome.TryAgain again) {
            return Optional.of(again.reason());
        }
        return outcome instanceof Outcome.Refused refused ? Optional.of(refused.reason()) : Optional.empty();
    }

    private static String shortened(String text) {
        return PlainText.line(text, LONGEST_RECEIPT);
    }

    @Override
    public void close() {
        poster.close();
    }
}
