package io.hostpulse.console.history;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.history.SeriesFields;
import io.hostpulse.history.SeriesHistory;
import java.util.List;

/**
 * What was found in the history of a stream.
 *
 * @param stream the stream
 * @param from the beginning, epoch nanoseconds
 * @param to the end, epoch nanoseconds
 * @param series each field that was asked for
 * @param leftOut how many fields there are besides
 */
public record SeriesAnswers(StreamName stream, long from, long to, List<SeriesHistory> series, int leftOut) {

    /** Copies the list. */
    public SeriesAnswers {
        series = List.copyOf(series);
    }

    /**
     * Writes it down for programs, as {@code /api/metrics/history} does.
     *
     * @return the fields
     */
    public Fields fields() {
        Fields.Builder fields = Fields.builder()
                .put("stream", stream.value())
                .put("from", Rfc3339.format(from))
                .put("to", Rfc3339.format(to))
                .put("series", series.stream().map(SeriesFields::of).toList());
        return leftOut == 0 ? fields.build() : fields.put("left_out", leftOut).build();
    }
}
