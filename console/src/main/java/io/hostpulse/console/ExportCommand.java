package io.hostpulse.console;

import io.hostpulse.common.codec.Since;
import io.hostpulse.common.period.ExportFormat;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.common.queue.StreamPlace;
import io.hostpulse.console.queues.StreamChoice;
import java.io.IOException;
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

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        ExportRun run = begin();
        List<StreamPlace> places = new StreamChoice(common.in(surroundings).data()).of(streams);
        long records = chosenFormat() == ExportFormat.csv
                ? tables(run, places)
                : run.list(places, chosenFormat(), Optional.ofNullable(output));
        long missing = run.missing();
        surroundings.err().println(records + " records written, " + (missing == 0 ? "none" : missing) + " missing");
        if (run.isCutOff()) {
            surroundings.err().println("hostpulse: the output was closed or is full: not everything was written");
            return ExitCode.FAILED.code();
        }
        return ExitCode.DONE.code();
    }

    private ExportRun begin() {
        Optional<Long> begin = time("--from", from);
        Optional<Long> end = time("--to", to);
        if (begin.isPresent() && end.isPresent() && begin.get() >= end.get()) {
            throw new ParameterException(spec.commandLine(), "--to " + to + " is not after --from " + from);
        }
        return new ExportRun(surroundings, begin, end);
    }

    private Optional<Long> time(String option, String text) {
        try {
            return Optional.ofNullable(text).map(new Since(surroundings.clock().nanos(), surroundings.zone())::parse);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + " " + e.getMessage(), e);
        }
    }

    private ExportFormat chosenFormat() {
        // The root of the filesystem has no name.
        if (format != null || output == null || output.getFileName() == null) {
            return format == null ? ExportFormat.json : format;
        }
        String name = output.getFileName().toString().replaceAll("\\.(gz|zst)$", "");
        if (name.endsWith(".csv")) {
            return ExportFormat.csv;
        }
        return name.endsWith(".ndjson") || name.endsWith(".jsonl") ? ExportFormat.ndjson : ExportFormat.json;
    }

    private long tables(ExportRun run, List<StreamPlace> places) throws IOException {
        boolean isDirectory = output != null && Files.isDirectory(file());
        if (places.size() == 1 && !isDirectory) {
            return run.table(places.get(0), Optional.ofNullable(output));
        }
        if (output == null || (Files.exists(file()) && !isDirectory)) {
            throw new ParameterException(
                    spec.commandLine(), "csv has one table for each stream: name one, or a directory with --output");
        }
        Files.createDirectories(file());
        long records = 0;
        for (StreamPlace place : places) {
            records += run.table(place, Optional.of(output.resolve(place.stream() + ".csv")));
        }
        return records;
    }

    private Path file() {
        return surroundings.workingDirectory().resolve(output);
    }
}
