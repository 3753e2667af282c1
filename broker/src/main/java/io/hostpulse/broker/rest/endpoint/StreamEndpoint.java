package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.rest.Json;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Shows the newest snapshot of one stream. That there is none is an answer, with its reason, and no error. */
final class StreamEndpoint {

    private final String stream;
    private final MetricsEndpoint metrics;
    private final Facts facts;
    private final Answers answers;

    StreamEndpoint(String stream, MetricsEndpoint metrics, Facts facts, Answers answers) {
        this.stream = stream;
        this.metrics = metrics;
        this.facts = facts;
        this.answers = answers;
    }

    CompletionStage<Response> newest(Request request) {
        request.query();
        return metrics.message().thenCompose(message -> answers.atDesk(() -> newest(Json.read(message))));
    }

    private Response newest(Fields message) {
        Optional<Value> state = in(message, "streams");
        Optional<Value> data = in(message, "data").map(StreamEndpoint::known);
        Value nothing = in(message, "no_data").orElseGet(this::nothingEver);
        Fields.Builder fields = Fields.builder()
                .put("timestamp", Rfc3339.format(facts.clock().nanos()))
                .put("stream", stream);
        state.ifPresent(known -> fields.put("state", known));
        fields.put(data.isPresent() ? "data" : "no_data", data.orElse(nothing));
        return Response.ok(fields.build(), about(state, data.orElse(nothing)));
    }

    // Reasons stand in the snapshot itself, by path; written again, each null would get another one that says less.
    private static Value known(Value value) {
        if (value instanceof Fields fields) {
            Fields.Builder present = Fields.builder();
            fields.values().forEach((name, one) -> {
                if (!(one instanceof Value.Missing)) {
                    present.put(name, known(one));
                }
            });
            return present.build();
        }
        return value instanceof Value.Sequence list
                ? new Value.Sequence(
                        list.values().stream().map(StreamEndpoint::known).toList())
                : value;
    }

    private Fields about(Optional<Value> state, Value shown) {
        Fields.Builder about = Fields.builder().put("shown", shown);
        state.flatMap(known -> ((Fields) known).get("sequence")).ifPresent(number -> about.put("sequence", number));
        state.flatMap(known -> ((Fields) known).get("stale")).ifPresent(stale -> about.put("stale", stale));
        return about.build();
    }

    private Fields nothingEver() {
        return Fields.builder()
                .put("state", "absent")
                .put("reason", "nothing was ever written to the stream '" + stream + "'")
                .build();
    }

    private Optional<Value> in(Fields message, String part) {
        return message.get(part).map(Fields.class::cast).flatMap(streams -> streams.get(stream));
    }
}
