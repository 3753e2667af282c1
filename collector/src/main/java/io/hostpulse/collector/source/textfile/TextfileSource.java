package io.hostpulse.collector.source.textfile;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.exposition.ExpositionText;
import io.hostpulse.collector.source.exposition.Series;
import io.hostpulse.collector.source.exposition.SeriesFields;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.EpochClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads all files of a directory at each read. A file with a mistake in it is named with the mistake and contributes nothing; the others
 * count. How old each file is stands beside it: whoever should write it may have stopped.
 */
final class TextfileSource implements Source {

    private final TextfileOptions options;
    private final EpochClock clock;

    TextfileSource(TextfileOptions options, EpochClock clock) {
        this.options = options;
        this.clock = clock;
    }

    @Override
    public Reading read() throws IOException {
        Round round = new Round();
        for (Path file : PromFiles.in(options.directory())) {
            round.take(file);
        }
        return new Reading.Ok(round.fields());
    }

    /** One read of all files. */
    private final class Round {

        private final Map<List<Object>, Series> all = new LinkedHashMap<>();
        private final List<Value> files = new ArrayList<>();
        private int bytesLeft = PromFiles.MAX_SIZE;
        private int failed;

        void take(Path file) {
            Fields.Builder entry =
                    Fields.builder().put("file", file.getFileName().toString());
            FileAge.add(entry, file, clock.nanos());
            try {
                byte[] text = PromFiles.read(file, bytesLeft);
                List<Series> series = ExpositionText.parse(text, options.maxSeries());
                add(series);
                bytesLeft -= text.length;
                entry.put("series", series.size());
            } catch (IOException e) {
                failed++;
                entry.missing("series", message(e));
            }
            files.add(entry.build());
        }

        private void add(List<Series> series) throws IOException {
            if (all.size() + series.size() > options.maxSeries()) {
                throw new IOException(
                        "with it there would be more than " + options.maxSeries() + " series (max_series)");
            }
            for (Series one : series) {
                if (all.containsKey(identity(one))) {
                    throw new IOException("the series " + one.id() + " is in an earlier file already");
                }
            }
            series.forEach(one -> all.put(identity(one), one));
        }

        private List<Object> identity(Series series) {
            return List.of(series.name(), series.labels());
        }

        Fields fields() {
            Fields.Builder fields = Fields.builder();
            SeriesFields.add(fields, all.values());
            return fields.put("files", files).put("files_failed", failed).build();
        }
    }

    private static String message(IOException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
