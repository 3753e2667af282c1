package io.hostpulse.console;

import io.hostpulse.common.process.ExitCode;
import io.hostpulse.console.alerts.AlertsFields;
import io.hostpulse.console.alerts.AlertsText;
import io.hostpulse.console.alerts.Overview;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows which alerts are on; its subcommands look back and ask the alerter for something. */
@Command(
        name = "alerts",
        description =
                "Shows which alerts are on, worst first, and which may come. Ends with 1 when nobody knows, because the"
                        + " alerter does not run or has said nothing for 15 s.",
        footer = {
            "",
            "An alert is named by the beginning of its id.",
            "Example: hostpulse alerts ack 5f2c -m 'on it'",
            "         hostpulse alerts history --since 7d"
        })
final class AlertsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private MostShown most = new MostShown();

    @Option(names = "--json", description = "One JSON document with raw numbers.")
    private boolean json;

    AlertsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        AlerterDesk desk = new AlerterDesk(surroundings, common.in(surroundings).data());
        Overview overview = desk.overview();
        AlertsText text = new AlertsText(surroundings.style(), surroundings.width(), most.count());
        desk.print(json ? AlerterDesk.jsonOf(AlertsFields.of(overview)) : text.render(overview));
        desk.tellTrouble(overview.trouble());
        return (overview.watch().isCurrent() ? ExitCode.DONE : ExitCode.FAILED).code();
    }
}
