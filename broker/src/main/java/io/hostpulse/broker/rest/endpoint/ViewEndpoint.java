package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.control.AlerterNews;
import io.hostpulse.broker.rest.Endpoint;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.control.AlerterViewFields;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;

/** Shows lists of the alerter's view: rules, silences, handlers, dead letters. */
final class ViewEndpoint {

    private final Facts facts;
    private final Answers answers;

    ViewEndpoint(Facts facts, Answers answers) {
        this.facts = facts;
        this.answers = answers;
    }

    /** Shows some of the lists by their names. */
    Endpoint of(String... lists) {
        return request -> {
            request.query();
            return answers.atDesk(() -> {
                AlerterNews news = facts.news();
                Fields shown = show(news, List.of(lists));
                return Response.ok(shown, about(shown, news, List.of(lists)));
            });
        };
    }

    private static Fields about(Fields shown, AlerterNews news, List<String> lists) {
        Fields.Builder about = Fields.builder().put("state", news.state());
        lists.forEach(list -> about.put(list, shown.values().get(list)));
        return about.build();
    }

    private Fields show(AlerterNews news, List<String> lists) {
        Fields view = news.view()
                .map(AlerterViewFields::of)
                .orElseThrow(() -> new ProblemException(Problem.busy(news.reason())));
        Fields.Builder fields = Fields.builder()
                .put("timestamp", Rfc3339.format(facts.clock().nanos()))
                .put("alerter", news.fields());
        Fields leftOut = (Fields) view.values().get("left_out");
        Fields.Builder missing = Fields.builder();
        boolean any = false;
        for (String list : lists) {
            fields.put(list, view.values().get(list));
            if (leftOut.get(list).orElse(null) instanceof Value.Whole more && more.value() > 0) {
                missing.put(list, more);
                any = true;
            }
        }
        return any ? fields.put("left_out", missing.build()).build() : fields.build();
    }
}
