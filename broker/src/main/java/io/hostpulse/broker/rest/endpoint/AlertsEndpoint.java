package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.control.AlertFilter;
import io.hostpulse.broker.control.AlertPage;
import io.hostpulse.broker.control.AlertPlace;
import io.hostpulse.broker.control.AlertStory;
import io.hostpulse.broker.control.AlerterNews;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Query;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.control.AlerterView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.text.Printable;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Lists alerts, and tells all about one. */
final class AlertsEndpoint {

    private static final int USUAL_HOURS = 24;
    private static final int MOST_HOURS = 24 * 366;
    private static final int USUAL_LIMIT = 100;
    private static final int MOST_LIMIT = 500;

    private final Facts facts;
    private final Answers answers;

    AlertsEndpoint(Facts facts, Answers answers) {
        this.facts = facts;
        this.answers = answers;
    }

    CompletionStage<Response> list(Request request) {
        Query query = request.query("hours", "state", "level", "component", "limit", "before");
        long now = facts.clock().nanos();
        int hours = query.whole("hours", USUAL_HOURS, 1, MOST_HOURS);
        AlertFilter filter = new AlertFilter(
                query.choice("state", AlertFilter.States.class).orElse(AlertFilter.States.ALL),
                query.choice("level", AlertLevel.class),
                query.text("component"),
                now - Duration.ofHours(hours).toNanos(),
                query.text("before").map(AlertsEndpoint::place),
                query.whole("limit", USUAL_LIMIT, 1, MOST_LIMIT));
        return answers.atDesk(() -> page(request, list(filter, hours, now)));
    }

    private static Response page(Request request, Fields page) {
        Fields.Builder about = Fields.builder();
        List.of("alerts", "next", "missing_entries")
                .forEach(name -> page.get(name).ifPresent(value -> about.put(name, value)));
        ((Fields) page.values().get("alerter")).get("state").ifPresent(state -> about.put("state", state));
        Response response = Response.ok(page, about.build());
        return page.get("next")
                .map(next -> NextPage.link(response, request, "before", ((Value.Text) next).value()))
                .orElse(response);
    }

    private static AlertPlace place(String text) {
        try {
            return AlertPlace.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw ProblemException.badRequest(
                    "before must be a time such as 2026-01-03T10:15:30Z, or the 'next' of a page");
        }
    }

    private Fields list(AlertFilter filter, int hours, long now) {
        AlerterNews news = facts.news();
        List<Alert> known = new ArrayList<>(facts.active());
        known.addAll(news.view().map(AlerterView::pending).orElse(List.of()));
        AlertPage page = facts.archive().page(filter, known);
        Fields.Builder fields = Fields.builder()
                .put("timestamp", Rfc3339.format(now))
                .put("alerter", news.fields())
                .put("hours", hours)
                .put("alerts", page.alerts().stream().map(AlertFields::of).toList());
        page.next().ifPresent(next -> fields.put("next", next.toString()));
        if (page.missing() > 0) {
            fields.put("missing_entries", page.missing());
        }
        return fields.build();
    }

    CompletionStage<Response> one(Request request) {
        request.query();
        return answers.atDesk(() -> {
            AlerterNews news = facts.news();
            Fields story = story(request.place("id"), news)
                    .orElseThrow(() -> new ProblemException(unknown(request.place("id"))));
            return Response.ok(Fields.builder()
                    .put("timestamp", Rfc3339.format(facts.clock().nanos()))
                    .put("alerter", news.fields())
                    .put("alert", story)
                    .build());
        });
    }

    private Optional<Fields> story(String id, AlerterNews news) {
        Optional<Fields> told = facts.archive().find(id).map(AlertStory::fields);
        return told.isPresent()
                ? told
                : news.view().stream()
                        .flatMap(view -> view.pending().stream())
                        .filter(alert -> alert.id().equals(id))
                        .map(AlertFields::of)
                        .findFirst();
    }

    static Problem unknown(String id) {
        return Problem.of(404, "there is no alert '" + Printable.brief(id) + "'; /api/alerts lists those there are");
    }
}
