package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.control.OrderForm;
import io.hostpulse.broker.control.OrderOutcome;
import io.hostpulse.broker.rest.Body;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Changes thresholds: one order for each rule, in the order of the body. */
final class ThresholdOrders {

    /** More orders than may wait for the alerter make no sense. */
    private static final int MOST = 20;

    private final OrderResponses orders;
    private final Facts facts;
    private final Answers answers;

    ThresholdOrders(OrderResponses orders, Facts facts, Answers answers) {
        this.orders = orders;
        this.facts = facts;
        this.answers = answers;
    }

    CompletionStage<Response> change(Request request) {
        request.query();
        List<Change> changes = changes(Body.of(request));
        return Answers.guarded(() -> {
            // All are looked at before the first is placed: a mistake in the last changes nothing.
            changes.forEach(change -> OrderForm.SET_THRESHOLD.arguments(change.fields(), 0));
            List<CompletableFuture<OrderOutcome>> outcomes = changes.stream()
                    .map(change -> orders.outcome(request, OrderForm.SET_THRESHOLD, change.fields())
                            .toCompletableFuture())
                    .toList();
            return CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new))
                    .thenCompose(all -> answers.atDesk(() -> response(
                            changes,
                            outcomes.stream().map(CompletableFuture::join).toList())));
        });
    }

    private static List<Change> changes(Fields body) {
        List<Change> changes = new ArrayList<>();
        body.values().forEach((rule, levels) -> {
            if (!(levels instanceof Fields given) || given.values().isEmpty()) {
                throw ProblemException.badRequest(
                        "each rule needs an object, for example {\"memory\": {\"warning\": 85, \"critical\": null}}");
            }
            changes.add(new Change(rule, given));
        });
        if (changes.isEmpty() || changes.size() > MOST) {
            throw ProblemException.badRequest("give thresholds for 1 to " + MOST
                    + " rules, for example {\"memory\": {\"warning\": 85, \"critical\": null}}");
        }
        return changes;
    }

    private Response response(List<Change> changes, List<OrderOutcome> outcomes) {
        List<Fields> done = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            OrderOutcome outcome = outcomes.get(i);
            if (outcome instanceof OrderOutcome.Refused refused) {
                throw new ProblemException(refusal(change, refused, done.size()));
            }
            if (!(outcome instanceof OrderOutcome.Done)) {
                return OrderResponses.unfinished(outcome);
            }
            done.addAll(change.done());
        }
        return Response.ok(Fields.builder().put("changed", done).build());
    }

    private Problem refusal(Change change, OrderOutcome.Refused refused, int before) {
        boolean exists = facts.news().view().stream()
                .flatMap(view -> view.rules().stream())
                .anyMatch(rule -> rule.name().equals(change.rule()));
        String detail = Printable.brief(change.rule()) + ": " + refused.refusal();
        return Problem.of(
                exists ? 409 : 404,
                before == 0
                        ? detail
                        : detail + " (" + before + " thresholds of rules before it in the body were changed)");
    }

    /** The thresholds of one rule as they should be. */
    private record Change(String rule, Fields levels) {

        /** A threshold that went back to the configured one is told without a value. */
        List<Fields> done() {
            return levels.values().entrySet().stream()
                    .map(level -> done(level.getKey(), level.getValue()))
                    .toList();
        }

        private Fields done(String level, Value value) {
            Fields.Builder done = Fields.builder().put("rule", rule).put("level", level.toUpperCase(Locale.ROOT));
            return value instanceof Value.Missing
                    ? done.build()
                    : done.put("value", value).build();
        }

        Fields fields() {
            Fields.Builder upper = Fields.builder();
            levels.values()
                    .forEach((level, value) -> upper.put(
                            level.toUpperCase(Locale.ROOT),
                            value instanceof Value.Missing ? new Value.Text("configured") : value));
            return Fields.builder()
                    .put("rule", rule)
                    .put("levels", upper.build())
                    .build();
        }
    }
}
