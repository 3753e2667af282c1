package io.hostpulse.console;

import io.hostpulse.common.codec.Since;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.console.alerts.History;
import io.hostpulse.console.alerts.HistoryFilter;
import io.hostpulse.console.alerts.HistoryText;
import io.hostpulse.console.alerts.OccurrenceFields;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows past alerts. */
@Command(
        name = "history",
        description =
                "Shows the alerts that were on in a time, newest first: how long, how bad, how they ended, and who"
                        + " was told.",
        footer = {"", "Example: hostpulse alerts history --since 7d --rule 'disk*' --level critical"})
final class AlertsHistoryCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private MostShown most = new MostShown();

    @Option(
            names = "--since",
            paramLabel = "T",
            description = "From when: 5m or 24h ago, 14:30, or RFC 3339; 24h unless given.")
    private String since = "24h";

    @Option(names = "--until", paramLabel = "T", description = "Until when; now unless given.")
    private String until;

    @Option(
            names = "--rule",
            paramLabel = "PATTERN",
            description = "Only of rules like this; * and ? stand for others.")
    private String rule;

    @Option(names = "--component", paramLabel = "PATTERN", description = "Only of components like this.")
    private String component;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "Only what was at least this: info, warning, critical.")
    private String level;

    @Option(names = "--json", description = "One JSON document with raw numbers.")
    private boolean json;

    AlertsHistoryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        AlerterDesk desk = new AlerterDesk(surroundings, common.in(surroundings).data());
        HistoryFilter filter = filter();
        if (!desk.journal().exists()) {
            desk.tell("the alerter has never run on " + desk.data().root() + ": there is no history");
            return ExitCode.FAILED.code();
        }
        History history = History.of(desk.journal(), filter);
        long now = surroundings.clock().nanos();
        HistoryText text =
                new HistoryText(surroundings.style(), surroundings.width(), most.count(), surroundings.zone(), now);
        desk.print(json ? AlerterDesk.jsonOf(OccurrenceFields.of(history, now)) : text.render(history));
        desk.tellTrouble(history.trouble());
        return ExitCode.DONE.code();
    }

    private HistoryFilter filter() {
        return new HistoryFilter(
                time("--since", since),
                until == null ? Long.MAX_VALUE : time("--until", until),
                Optional.ofNullable(rule),
                Optional.ofNullable(component),
                Optional.ofNullable(level).map(word -> Words.level(spec, word)));
    }

    private long time(String option, String text) {
        try {
            return new Since(surroundings.clock().nanos(), surroundings.zone()).parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + " " + e.getMessage(), e);
        }
    }
}
