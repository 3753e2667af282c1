package io.hostpulse.tests.faults;

import java.io.IOException;
import java.nio.file.Path;
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
        System.out.print(OutcomeTable.header());
        List<Outcome> outcomes = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            Outcome outcome = campaign.run(scenario);
            System.out.print(OutcomeTable.row(outcome));
            outcomes.add(outcome);
        }
        outcomes.forEach(outcome -> System.out.print(OutcomeTable.remarks(outcome)));
        boolean allWell =
                outcomes.stream().allMatch(outcome -> Verdict.of(outcome).isAcceptable());
        Runtime.getRuntime().halt(allWell ? 0 : 1);
    }
}
