package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.history.HistoryDesk;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.text.Nearest;
import io.hostpulse.common.text.Printable;
import io.hostpulse.history.FieldChoice;
import io.hostpulse.history.HistoryReader;
import io.hostpulse.history.SeriesFields;
import io.hostpulse.history.SeriesKey;
import io.hostpulse.history.SeriesQuery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/** Shows what the numbers of a stream did. */
final class HistoryEndpoint {

    /** All buckets of an answer: some 2 MB of JSON, and as much again while it is made. */
    private static final int MOST_BUCKETS = 20_000;

    private final HistoryDesk history;
    private final EpochClock clock;

    HistoryEndpoint(HistoryDesk history, EpochClock clock) {
        this.history = history;
        this.clock = clock;
    }

    CompletionStage<Response> stream(Request request) {
        long now = clock.nanos();
        HistoryQuestion question =
                HistoryQuestion.read(request.query("hours", "from", "to", "points", "fields", "after"), now);
        String stream = request.place("stream");
        return Answers.guarded(() -> history.ask(reader -> {
            Fields.Builder answer = Fields.builder()
                    .put("timestamp", Rfc3339.format(now))
                    .put("stream", stream)
                    .put("history", HistoryState.of(history, reader.isPresent()))
                    .put("from", Rfc3339.format(question.from()))
                    .put("to", Rfc3339.format(question.to()));
            reader.ifPresentOrElse(
                    found -> addSeries(answer, found, known(found, stream), question),
                    () -> answer.put("series", List.of()));
            // Nulls stand for gaps, whose reasons stand beside them.
            Fields whole = answer.build();
            byte[] json = new PayloadWriter().text(whole).getBytes(StandardCharsets.UTF_8);
            Response response = Response.of(200, Response.JSON, json);
            return whole.get("next")
                    .map(next -> NextPage.link(response, request, "after", ((Value.Text) next).value()))
                    .orElse(response);
        }));
    }

    private static StreamName known(HistoryReader reader, String stream) {
        List<StreamName> streams = reader.streams();
        return streams.stream()
                .filter(one -> one.value().equals(stream))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        unknown(stream, streams.stream().map(StreamName::value).toList())));
    }

    private static Problem unknown(String stream, List<String> streams) {
        return Problem.of(
                404,
                "the history knows no stream '" + Printable.brief(stream) + "'" + Nearest.hint(stream, streams)
                        + "; there are " + String.join(", ", streams));
    }

    private static void addSeries(
            Fields.Builder answer, HistoryReader reader, StreamName stream, HistoryQuestion question) {
        FieldChoice choice = new FieldChoice(
                reader.series(stream).stream().map(SeriesKey::path).toList());
        int most = Math.max(1, MOST_BUCKETS / question.points());
        NavigableSet<String> all =
                new TreeSet<>(question.fields().isEmpty() ? choice.usual() : named(choice, question.fields()));
        NavigableSet<String> wanted =
                question.after().map(last -> all.tailSet(last, false)).orElse(all);
        if (wanted.size() > most && !question.fields().isEmpty()) {
            throw ProblemException.badRequest(wanted.size() + " fields with " + question.points()
                    + " points each are more than " + MOST_BUCKETS + " in all: ask for fewer of either");
        }
        List<String> shown = wanted.stream().limit(most).toList();
        answer.put(
                "series",
                shown.stream()
                        .map(path -> new SeriesQuery(
                                new SeriesKey(stream, path), question.from(), question.to(), question.points()))
                        .map(reader::query)
                        .flatMap(Optional::stream)
                        .map(SeriesFields::of)
                        .toList());
        if (wanted.size() > most) {
            answer.put("left_out", wanted.size() - most).put("next", shown.get(most - 1));
        }
    }

    private static Set<String> named(FieldChoice choice, List<String> fields) {
        Set<String> named = new TreeSet<>();
        for (String field : fields) {
            List<String> meant = choice.of(field);
            if (meant.isEmpty()) {
                throw ProblemException.badRequest("there is no field '" + Printable.brief(field)
                        + "' in the history of the stream" + choice.hint(field));
            }
            named.addAll(meant);
        }
        return named;
    }
}
