package io.hostpulse.console;

import io.hostpulse.common.process.ExitCode;
import io.hostpulse.console.alerts.Story;
import io.hostpulse.console.alerts.StoryText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows everything about one alert. */
@Command(
        name = "show",
        description = "Shows everything about one alert: notes, what else was going on, what happened, who was told.",
        footer = {"", "Example: hostpulse alerts show 5f2c"})
final class AlertsShowCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ID", description = "The beginning of the alert's id.")
    private String id;

    @Option(names = "--json", description = "One JSON document with raw numbers.")
    private boolean json;

    AlertsShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        AlerterDesk desk = new AlerterDesk(surroundings, common.in(surroundings).data());
        Story story = Story.of(desk.journal(), id);
        long now = surroundings.clock().nanos();
        StoryText text = new StoryText(surroundings.style(), surroundings.width(), surroundings.zone(), now);
        desk.print(json ? AlerterDesk.jsonOf(story.fields(now)) : text.render(story));
        desk.tellTrouble(story.trouble());
        return ExitCode.DONE.code();
    }
}
