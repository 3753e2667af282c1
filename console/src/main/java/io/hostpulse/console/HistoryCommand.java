package io.hostpulse.console;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.Since;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.common.text.Nearest;
import io.hostpulse.common.text.Printable;
import io.hostpulse.console.history.SeriesAnswers;
import io.hostpulse.console.history.SeriesTable;
import io.hostpulse.history.FieldChoice;
import io.hostpulse.history.HistoryReader;
import io.hostpulse.history.HistorySettings;
import io.hostpulse.history.SeriesKey;
import io.hostpulse.history.SeriesQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the numbers of a stream did. */
@Command(
        name = "history",
        description =
                "Shows what the numbers of a stream did: least, mean, most, last, and a line over time. It needs no"
                        + " running Hostpulse.",
        footer = {
            "",
            "Examples: hostpulse history memory percentage swap --last 7d",
            "          hostpulse history disk 'mounts[*].percentage' --from 2026-01-03T00:00:00Z --to 2026-01-04T00:00:00Z"
        })
final class HistoryCommand implements Callable<Integer> {

    /** More lines nobody reads; whoever names them gets them all. */
    private static final int MOST_UNNAMED = 40;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "STREAM", description = "The stream.")
    private String stream;

    @Parameters(
            index = "1..*",
            paramLabel = "FIELD",
            description = "Fields, their beginnings, or patterns with * and ?; those outside of lists unless given.")
    private List<String> fields = new ArrayList<>();

    @Option(names = "--last", paramLabel = "TIME", description = "The last 90s, 30m, 24h or 7d; 24h unless given.")
    private String last;

    @Option(names = "--from", paramLabel = "T", description = "From when: 24h ago, 14:30, or RFC 3339.")
    private String from;

    @Option(names = "--to", paramLabel = "T", description = "Until when; now unless given.")
    private String to;

    @Option(
            names = "--points",
            paramLabel = "N",
            description = "Into how many parts the time is divided at most, 1 to 10000; 600 unless given. No peak is"
                    + " lost.")
    private int points = 600;

    @Option(names = "--json", description = "One JSON document with every point.")
    private boolean json;

    HistoryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        long now = surroundings.clock().nanos();
        long end = to == null ? now : time("--to", to);
        long begin = begin();
        checkRange(begin, end);
        Path directory = common.in(surroundings).data().root().resolve(HistorySettings.DIRECTORY);
        try (HistoryReader reader = HistoryReader.open(directory)) {
            return look(reader, begin, end).code();
        }
    }

    private ExitCode look(HistoryReader reader, long begin, long end) {
        List<StreamName> streams = reader.streams();
        if (streams.isEmpty()) {
            surroundings.err().println("hostpulse: there is nothing in the history yet: look again in some seconds");
            return ExitCode.DONE;
        }
        Optional<StreamName> known =
                streams.stream().filter(one -> one.value().equals(stream)).findFirst();
        if (known.isEmpty()) {
            surroundings.err().println(unknown(streams));
            return ExitCode.FAILED;
        }
        show(answers(reader, known.get(), begin, end));
        return ExitCode.DONE;
    }

    private long begin() {
        if (last != null && from != null) {
            throw new ParameterException(spec.commandLine(), "say either --last or --from, not both");
        }
        return from == null ? time("--last", last == null ? "24h" : last) : time("--from", from);
    }

    private void checkRange(long begin, long end) {
        if (begin < 0 || begin >= end) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the time must begin after 1970 and before it ends, which is now unless --to says");
        }
        if (points < 1 || points > SeriesQuery.MAX_POINTS) {
            throw new ParameterException(spec.commandLine(), "--points must be from 1 to " + SeriesQuery.MAX_POINTS);
        }
    }

    private long time(String option, String text) {
        try {
            return new Since(surroundings.clock().nanos(), surroundings.zone()).parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + " " + e.getMessage(), e);
        }
    }

    private String unknown(List<StreamName> streams) {
        List<String> names = streams.stream().map(StreamName::value).toList();
        return "hostpulse: the history knows no stream '" + Printable.of(stream) + "'" + Nearest.hint(stream, names)
                + "; there are " + String.join(", ", names);
    }

    private SeriesAnswers answers(HistoryReader reader, StreamName known, long begin, long end) {
        FieldChoice choice = new FieldChoice(
                reader.series(known).stream().map(SeriesKey::path).toList());
        List<String> wanted = fields.isEmpty() ? choice.usual() : named(choice);
        int shown = fields.isEmpty() ? Math.min(MOST_UNNAMED, wanted.size()) : wanted.size();
        return new SeriesAnswers(
                known,
                begin,
                end,
                wanted.stream()
                        .limit(shown)
                        .map(path -> new SeriesQuery(new SeriesKey(known, path), begin, end, points))
                        .map(reader::query)
                        .flatMap(Optional::stream)
                        .toList(),
                wanted.size() - shown);
    }

    private List<String> named(FieldChoice choice) {
        TreeSet<String> named = new TreeSet<>();
        for (String field : fields) {
            List<String> meant = choice.of(field);
            if (meant.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "there is no field '" + field + "' in the history of " + stream + choice.hint(field));
            }
            named.addAll(meant);
        }
        return List.copyOf(named);
    }

    private void show(SeriesAnswers answers) {
        if (json) {
            surroundings.out().println(new PayloadWriter().text(answers.fields()));
        } else {
            surroundings
                    .out()
                    .print(new SeriesTable(surroundings.style(), surroundings.width(), surroundings.zone())
                            .render(answers));
        }
    }
}
