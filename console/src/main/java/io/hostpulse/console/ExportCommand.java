package io.hostpulse.console;

import io.hostpulse.common.codec.Since;
import io.hostpulse.common.period.ExportFormat;
import io.hostpulse.common.period.ExportText;
import io.hostpulse.common.period.MergedPeriods;
import io.hostpulse.common.period.Period;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.common.queue.StreamPlace;
import io.hostpulse.common.text.Printable;
import io.hostpulse.common.text.ProgressLine;
import io.hostpulse.console.export.ExportWriter;
import io.hostpulse.console.export.ProgressBar;
import io.hostpulse.console.queues.OutputFile;
import io.hostpulse.console.queues.StreamChoice;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes what was recorded in a period. */
@Command(
        name = "export",
        description = "Writes what was recorded in a period, in the forms of the exporter's sinks. It needs no running"
                + " Hostpulse. What is missing is told on stderr, whose last line counts it.",
        footer = {
            "",
            "Examples: hostpulse export --from 24h --output day.json.gz",
            "          hostpulse export --format csv --streams memory,disk --from 2h --output tables/"
        })
final class ExportCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "json, ndjson or csv; by the name of the output unless given, and else json.")
    private ExportFormat format;

    @Option(
            names = "--streams",
            paramLabel = "NAMES",
            split = ",",
            description = "Streams, separated by commas; all there are unless given.")
    private List<String> streams = new ArrayList<>();

    @Option(names = "--from", paramLabel = "T", description = "Begins at a time: 24h ago, 14:30, or RFC 3339.")
    private String from;

    @Option(names = "--to", paramLabel = "T", description = "Ends before a time.")
    private String to;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "A file, compressed if its name ends in .gz or .zst; for csv of several streams a directory. stdout"
                            + " unless given.")
    private Path output;

    private long missing;
    private boolean isCutOff;

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        checkPeriod();
        List<StreamPlace> places = new StreamChoice(common.in(surroundings).data()).of(streams);
        long records = chosenFormat() == ExportFormat.csv ? csv(places) : json(places);
        surroundings.err().println(records + " records written, " + (missing == 0 ? "none" : missing) + " missing");
        if (isCutOff) {
            surroundings.err().println("hostpulse: the output was closed or is full: not everything was written");
            return ExitCode.FAILED.code();
        }
        return ExitCode.DONE.code();
    }

    private void checkPeriod() {
        Optional<Long> begin = time("--from", from);
        Optional<Long> end = time("--to", to);
        if (begin.isPresent() && end.isPresent() && begin.get() >= end.get()) {
            throw new ParameterException(spec.commandLine(), "--to " + to + " is not after --from " + from);
        }
    }

    private ExportFormat chosenFormat() {
        if (format != null || output == null) {
            return format == null ? ExportFormat.json : format;
        }
        String name = output.getFileName().toString().replaceAll("\\.(gz|zst)$", "");
        if (name.endsWith(".csv")) {
            return ExportFormat.csv;
        }
        return name.endsWith(".ndjson") || name.endsWith(".jsonl") ? ExportFormat.ndjson : ExportFormat.json;
    }

    private long json(List<StreamPlace> places) throws IOException {
        return write(places, Optional.ofNullable(output), (writer, periods) -> writer.write(text(periods), periods));
    }

    private ExportText text(MergedPeriods periods) {
        return chosenFormat() == ExportFormat.json ? ExportText.json(periods) : ExportText.ndjson(periods);
    }

    private long csv(List<StreamPlace> places) throws IOException {
        if (places.size() == 1 && !isDirectory()) {
            return table(places, Optional.ofNullable(output));
        }
        if (output == null || (Files.exists(file(output)) && !isDirectory())) {
            throw new ParameterException(
                    spec.commandLine(), "csv has one table for each stream: name one, or a directory with --output");
        }
        Files.createDirectories(file(output));
        long records = 0;
        for (StreamPlace place : places) {
            records += table(List.of(place), Optional.of(output.resolve(place.stream() + ".csv")));
        }
        return records;
    }

    private boolean isDirectory() {
        return output != null && Files.isDirectory(file(output));
    }

    private long table(List<StreamPlace> places, Optional<Path> file) throws IOException {
        List<String> columns;
        try (ProgressLine line = surroundings.progress();
                MergedPeriods periods = open(places, false)) {
            columns = ExportWriter.columns(periods, share -> line.show(ProgressBar.of(share) + " looked for columns"));
        }
        return write(places, file, (writer, periods) -> writer.write(ExportText.csv(periods, columns), periods));
    }

    private long write(List<StreamPlace> places, Optional<Path> file, Content content) throws IOException {
        if (file.isEmpty()) {
            return write(places, surroundings.out(), content);
        }
        try (OutputFile target = new OutputFile(file(file.get()))) {
            long records = write(places, target.writer(), content);
            target.complete();
            return records;
        }
    }

    private long write(List<StreamPlace> places, PrintWriter out, Content content) {
        try (ProgressLine line = surroundings.progress();
                MergedPeriods periods = open(places, true)) {
            ExportWriter writer = new ExportWriter(out, share -> line.show(ProgressBar.of(share) + " written"));
            long records = content.write(writer, periods);
            isCutOff |= out.checkError();
            missing += periods.missing();
            return records;
        }
    }

    private MergedPeriods open(List<StreamPlace> places, boolean loud) {
        Optional<Long> begin = time("--from", from);
        Optional<Long> end = time("--to", to);
        return new MergedPeriods(places.stream()
                .map(place -> new Period(place, begin, end, trouble -> {
                    if (loud) {
                        surroundings.err().println(Printable.of(trouble));
                    }
                }))
                .toList());
    }

    private Path file(Path given) {
        return surroundings.workingDirectory().resolve(given);
    }

    private Optional<Long> time(String option, String text) {
        try {
            return Optional.ofNullable(text).map(new Since(surroundings.clock().nanos(), surroundings.zone())::parse);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + " " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Content {
        long write(ExportWriter writer, MergedPeriods periods);
    }
}
