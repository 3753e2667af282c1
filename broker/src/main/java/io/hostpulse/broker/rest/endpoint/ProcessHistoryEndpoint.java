package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.history.HistoryDesk;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Query;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.history.ProcessHistory;
import io.hostpulse.history.ProcessQuery;
import io.hostpulse.history.ProcessRun;
import io.hostpulse.history.SeriesFields;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/** Shows what the programs of one name did, and tells those apart that were started one after the other. */
final class ProcessHistoryEndpoint {

    private static final double NANOS_PER_SECOND = 1e9;

    /** As Linux counts at most. */
    private static final int MOST_PID = 1 << 22;

    private final HistoryDesk history;
    private final EpochClock clock;

    ProcessHistoryEndpoint(HistoryDesk history, EpochClock clock) {
        this.history = history;
        this.clock = clock;
    }

    CompletionStage<Response> runs(Request request) {
        long now = clock.nanos();
        ProcessQuery query = read(request.query("name", "pid", "hours", "from", "to", "points"), now);
        return Answers.guarded(() -> history.ask(reader -> {
            Fields.Builder answer = Fields.builder()
                    .put("timestamp", Rfc3339.format(now))
                    .put("name", query.name())
                    .put("history", HistoryState.of(history, reader.isPresent()))
                    .put("from", Rfc3339.format(query.from()))
                    .put("to", Rfc3339.format(query.to()));
            reader.ifPresentOrElse(found -> add(answer, found.processes(query)), () -> answer.put("runs", List.of())
                    .put("whole", true));
            byte[] json = new PayloadWriter().text(answer.build()).getBytes(StandardCharsets.UTF_8);
            return Response.of(200, Response.JSON, json);
        }));
    }

    private static ProcessQuery read(Query query, long now) {
        String name = query.text("name")
                .orElseThrow(() -> ProblemException.badRequest("say whose history is wanted: 'name' is missing"));
        HistoryQuestion question = HistoryQuestion.read(query, now);
        if (question.points() > ProcessQuery.MAX_POINTS) {
            throw ProblemException.badRequest(
                    "points must be a whole number from 1 to " + ProcessQuery.MAX_POINTS + " here");
        }
        OptionalLong pid = query.text("pid").isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(query.whole("pid", 0, 0, MOST_PID));
        return new ProcessQuery(name, pid, question.from(), question.to(), question.points());
    }

    private static void add(Fields.Builder answer, ProcessHistory found) {
        answer.put("step_seconds", found.width() / NANOS_PER_SECOND)
                .put(
                        "runs",
                        found.runs().stream().map(ProcessHistoryEndpoint::run).toList())
                .put("whole", found.isWhole());
    }

    private static Fields run(ProcessRun run) {
        Fields.Builder fields = Fields.builder().put("pid", run.pid());
        run.started().ifPresent(time -> fields.put("start_time", Rfc3339.format(time)));
        run.user().ifPresent(user -> fields.put("user", user));
        return fields.put("first", Rfc3339.format(run.first()))
                .put("last", Rfc3339.format(run.last()))
                .put("samples", run.samples())
                .put("series", run.series().stream().map(SeriesFields::of).toList())
                .build();
    }
}
