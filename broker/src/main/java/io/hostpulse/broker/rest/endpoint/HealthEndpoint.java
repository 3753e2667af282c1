package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.control.AlerterNews;
import io.hostpulse.broker.rest.Json;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.monitoring.Stop;
import io.hostpulse.common.process.Version;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Tells whether what the broker shows can be relied on: {@code ok} when every stream has fresh data and the alerter is alive, {@code
 * degraded} otherwise, {@code no_data} when no stream has any. The HTTP status is 200 all the same: the broker answers.
 */
final class HealthEndpoint {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final Value STOPPED = new Value.Text(Stop.STATE);

    private final Facts facts;
    private final Answers answers;
    private final MetricsEndpoint metrics;
    private final Vitals vitals;
    private final String host;
    private final long started;

    HealthEndpoint(Facts facts, Answers answers, MetricsEndpoint metrics, Vitals vitals, String host, long started) {
        this.facts = facts;
        this.answers = answers;
        this.metrics = metrics;
        this.vitals = vitals;
        this.host = host;
        this.started = started;
    }

    CompletionStage<Response> health(Request request) {
        request.query();
        return metrics.message()
                .thenCompose(message -> answers.atDesk(() -> Response.ok(health(Json.read(message), facts.news()))));
    }

    private Fields health(Fields message, AlerterNews alerter) {
        long now = facts.clock().nanos();
        Fields streams = streams(message);
        long fresh = streams.values().values().stream()
                .filter(stream -> ((Fields) stream).get("state").equals(Optional.of(new Value.Text("ok"))))
                .count();
        boolean isWhole = fresh == streams.values().size()
                && alerter.state().equals("ok")
                && vitals.troubles().isEmpty();
        String status = isWhole ? "ok" : "degraded";
        return Fields.builder()
                .put("status", fresh == 0 ? "no_data" : status)
                .put("timestamp", Rfc3339.format(now))
                .put("version", Version.CURRENT)
                .put("host", host)
                .put("uptime_seconds", Math.max(0, now - started) / NANOS_PER_SECOND)
                .put("streams", streams)
                .put("alerter", alerter.fields())
                .put("broker", vitals.figures())
                .build();
    }

    /** The state of each stream by a message {@code monitoring_data}. */
    static Fields streams(Fields message) {
        Fields.Builder streams = Fields.builder();
        object(message, "streams")
                .values()
                .forEach((name, stream) -> streams.put(name, state(name, (Fields) stream, message)));
        return streams.build();
    }

    private static Fields state(String name, Fields stream, Fields message) {
        Fields.Builder state = Fields.builder();
        Optional<Value> refusal = object(message, "no_data").get(name);
        if (refusal.isPresent()) {
            boolean isStopped = ((Fields) refusal.get()).get("state").equals(Optional.of(STOPPED));
            state.put("state", isStopped ? Stop.STATE : "no_data");
            ((Fields) refusal.get()).get("reason").ifPresent(reason -> state.put("reason", reason));
        } else {
            boolean isStale = stream.get("stale").equals(Optional.of(new Value.Flag(true)));
            state.put("state", isStale ? "stale" : "ok");
        }
        stream.get("age_ms").ifPresent(age -> state.put("age_ms", age));
        return state.build();
    }

    private static Fields object(Fields fields, String name) {
        return fields.get(name).orElse(Fields.NONE) instanceof Fields found ? found : Fields.NONE;
    }
}
