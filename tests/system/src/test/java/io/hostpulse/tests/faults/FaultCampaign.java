package io.hostpulse.tests.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The long form: {@code FaultCampaign SCRATCH [--seed N] [--scale N] [--only KIND]}. It prints a table and ends with 1 when a
 * goal is missed that is not known to be open.
 */
final class FaultCampaign {

    private FaultCampaign() {}

    /** Runs the campaign. */
    public static void main(String... words) throws IOException {
        CampaignOptions options = CampaignOptions.parse(words);
        List<Scenario> scenarios = options.chosen(Campaign.scenarios());
        Campaign campaign = new Campaign(new Scratch(Path.of(words[0])), options.seed(), options.scale());
        System.out.println("seed " + options.seed() + ", Java " + System.getProperty("java.version"));
        List<Outcome> outcomes = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            long begun = System.nanoTime();
            outcomes.add(campaign.run(scenario));
            long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            System.err.println(scenario.kind() + ": " + seconds + " s");
        }
        System.out.print(new OutcomeTable(outcomes).text());
        boolean allWell =
                outcomes.stream().allMatch(outcome -> Verdict.of(outcome).isAcceptable());
        Runtime.getRuntime().halt(allWell ? 0 : 1);
    }
}
