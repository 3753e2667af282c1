package io.hostpulse.console;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.control.ControlAction;
import io.hostpulse.common.model.Fields;
import io.hostpulse.console.alerts.AlertIndex;
import io.hostpulse.console.alerts.SilenceForm;
import io.hostpulse.console.alerts.TimeAhead;
import io.hostpulse.console.alerts.Wish;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a silence. */
@Command(
        name = "silence",
        description =
                "Wants no notifications about some alerts for a time. They are tracked all the same, and when it is"
                        + " over a summary says what was held back. A pattern is a text with * and ?, =TEXT for exactly this"
                        + " text, or ~REGEX; given several times, any of them has to fit.",
        footer = {
            "",
            "Example: hostpulse alerts silence --rule 'disk*' --for 2h -m 'moving data'",
            "         hostpulse alerts silence 5f2c --until 18:00",
            "         hostpulse alerts silence --label team=data --days mon-fri --hours 22:00-06:00"
        })
final class AlertsSilenceCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "An alert, whenever it is on, by the beginning of its id.")
    private String alert;

    @Option(names = "--rule", paramLabel = "PATTERN", description = "Alerts of these rules.")
    private List<String> rules = new ArrayList<>();

    @Option(names = "--component", paramLabel = "PATTERN", description = "Alerts of these components.")
    private List<String> components = new ArrayList<>();

    @Option(names = "--dimension", paramLabel = "PATTERN", description = "Alerts about these things: path=/home.")
    private List<String> dimensions = new ArrayList<>();

    @Option(names = "--level", paramLabel = "PATTERN", description = "Alerts of these levels.")
    private List<String> levels = new ArrayList<>();

    @Option(names = "--label", paramLabel = "NAME=PATTERN", description = "Alerts with this label.")
    private List<String> labels = new ArrayList<>();

    @Option(names = "--match", paramLabel = "FIELD=PATTERN", description = "Any of these, and metric.")
    private List<String> matches = new ArrayList<>();

    @Option(names = "--for", paramLabel = "TIME", description = "How long, for example 2h or 3d.")
    private String length;

    @Option(names = "--from", paramLabel = "T", description = "When it begins: 18:00, 2h from now, 2026-05-01T22:00.")
    private String from;

    @Option(
            names = {"--until", "--to"},
            paramLabel = "T",
            description = "When it is over for good.")
    private String until;

    @Option(names = "--days", paramLabel = "DAYS", split = ",", description = "Only on these days: mon-fri,sun.")
    private List<String> days = new ArrayList<>();

    @Option(names = "--hours", paramLabel = "HOURS", split = ",", description = "Only at these hours: 22:00-06:00.")
    private List<String> hours = new ArrayList<>();

    @Option(names = "--zone", paramLabel = "ZONE", description = "Whose clocks are meant; this machine's unless given.")
    private String zone;

    @Option(names = "--maintenance", description = "Work is going on that makes alerts.")
    private boolean maintenance;

    @Option(names = "--id", paramLabel = "ID", description = "Its name; replaces the silence of this name.")
    private String id;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "Why.")
    private String comment = "";

    AlertsSilenceCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        AlerterDesk desk = new AlerterDesk(surroundings, common.in(surroundings).data());
        Fields silence = silence(desk);
        return desk.order(List.of(new Wish(
                        ControlAction.SILENCE,
                        silence,
                        "the silence",
                        made -> "silence " + made + " is made; 'hostpulse alerts unsilence " + made + "' ends it")))
                .code();
    }

    private Fields silence(AlerterDesk desk) {
        try {
            SilenceForm form = new SilenceForm();
            chooseAlerts(form, desk);
            chooseTime(form);
            return form.build(Optional.ofNullable(id), maintenance, desk.user(), comment);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void chooseAlerts(SilenceForm form, AlerterDesk desk) {
        if (alert != null) {
            Alert meant = AlertIndex.of(desk.journal(), List.of(alert)).any(alert);
            form.match("rule", "=" + meant.key().rule());
            form.match("dimension", "=" + meant.key().dimension());
        }
        rules.forEach(pattern -> form.match("rule", pattern));
        components.forEach(pattern -> form.match("component", pattern));
        dimensions.forEach(pattern -> form.match("dimension", pattern));
        levels.forEach(pattern -> form.match("level", pattern));
        matches.forEach(pair -> split("--match", pair, form::match));
        labels.forEach(pair -> split("--label", pair, form::label));
        if (form.isAboutNothing()) {
            throw new IllegalArgumentException(
                    "say which alerts: an id, --rule, --component, --dimension, --level, --label"
                            + " or --match; --rule '*' means all of them");
        }
    }

    private static void split(String option, String pair, BiConsumer<String, String> match) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(option + " " + pair + ": write a name, '=' and a pattern");
        }
        match.accept(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private void chooseTime(SilenceForm form) {
        ZoneId zoneMeant = zoneMeant();
        TimeAhead times = new TimeAhead(surroundings.clock().nanos(), zoneMeant);
        if (length != null && until != null) {
            throw new IllegalArgumentException("--for and --until both say when it is over: leave one out");
        }
        long begin = from == null ? surroundings.clock().nanos() : times.parse(from);
        if (from != null) {
            form.from(begin);
        }
        if (length != null) {
            form.to(begin + TimeAhead.length(length).toNanos());
        } else if (until != null) {
            form.to(times.parse(until));
        }
        if (!days.isEmpty() || !hours.isEmpty()) {
            form.hours(days, hours, zoneMeant.getId());
        }
    }

    private ZoneId zoneMeant() {
        try {
            return zone == null ? surroundings.zone() : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + zone + "' is no time zone: write UTC or a name like Europe/Paris", e);
        }
    }
}
