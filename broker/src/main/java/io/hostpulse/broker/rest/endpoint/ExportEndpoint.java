package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.history.HistoryDesk;
import io.hostpulse.broker.rest.CompressedPieces;
import io.hostpulse.broker.rest.Pieces;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.control.ControlStreams;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.period.ExportFormat;
import io.hostpulse.common.period.MergedPeriods;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.StreamPlace;
import io.hostpulse.common.text.Nearest;
import io.hostpulse.common.text.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands out what the queues hold, any period of any streams, as long as it may be. */
final class ExportEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(ExportEndpoint.class);

    /** Each has its queues' files open, some hundred kilobytes of text on the way, and a share of one thread. */
    static final int MOST_AT_ONCE = 4;

    private static final Problem NO_REPORTS = Problem.of(
            501,
            "this server makes no reports yet: /api/export/data?format=csv has the records of a stream, and"
                    + " /api/metrics/history/{stream} what its numbers did");

    private final DataDirectory data;
    private final String host;
    private final HistoryDesk desk;
    private final AtomicInteger running = new AtomicInteger();

    ExportEndpoint(DataDirectory data, String host, HistoryDesk desk) {
        this.data = data;
        this.host = host;
        this.desk = desk;
    }

    CompletionStage<Response> report(Request request) {
        throw new ProblemException(NO_REPORTS);
    }

    CompletionStage<Response> data(Request request) {
        ExportWish wish = ExportWish.read(request.query("format", "from", "to", "streams"));
        boolean compress = request.wanted().takesGzip();
        return Answers.guarded(() -> desk.work(() -> begin(wish, compress)));
    }

    private Response begin(ExportWish wish, boolean compress) throws IOException {
        List<StreamPlace> places = places(wish.streams());
        if (wish.format() == ExportFormat.csv && places.size() != 1) {
            throw ProblemException.badRequest(
                    "csv has one table for each stream: name one, for example streams=memory");
        }
        Pieces pieces = pieces(wish, places);
        Response response = Response.inParts(
                        wish.type(), new PiecesAtDesk(desk, compress ? new CompressedPieces(pieces) : pieces))
                .with("Content-Disposition", "attachment; filename=\"" + wish.fileName(host) + "\"");
        return compress ? response.with("Content-Encoding", "gzip") : response;
    }

    private Pieces pieces(ExportWish wish, List<StreamPlace> places) {
        if (running.incrementAndGet() > MOST_AT_ONCE) {
            running.decrementAndGet();
            throw new ProblemException(
                    Problem.busy(MOST_AT_ONCE + " exports are under way: try again when one is over"));
        }
        try {
            return new ExportPieces(open(places, wish), wish.format(), running::decrementAndGet);
        } catch (QueueException e) {
            running.decrementAndGet();
            throw new ProblemException(Problem.busy("a stream cannot be read now: " + e.getMessage()));
        } catch (RuntimeException e) {
            running.decrementAndGet();
            throw e;
        }
    }

    private List<StreamPlace> places(List<String> wanted) throws IOException {
        QueueDirectory queues = new QueueDirectory(data.queues());
        // Orders are nobody's business who may only look.
        List<String> there = queues.streams().stream()
                .filter(stream -> !ControlStreams.isControl(stream))
                .map(StreamName::value)
                .toList();
        List<StreamPlace> places = new ArrayList<>();
        for (String name : wanted.isEmpty() ? there : wanted) {
            if (!there.contains(name)) {
                throw ProblemException.badRequest("there is no stream '" + Printable.brief(name) + "'"
                        + Nearest.hint(name, there) + "; there are " + String.join(", ", there));
            }
            places.add(new StreamPlace(queues, data.cursors(), new StreamName(name)));
        }
        return places.stream().distinct().toList();
    }

    private static MergedPeriods open(List<StreamPlace> places, ExportWish wish) {
        return MergedPeriods.open(
                places, wish.from(), wish.to(), trouble -> LOG.debug("an export is not complete: {}", trouble));
    }
}
