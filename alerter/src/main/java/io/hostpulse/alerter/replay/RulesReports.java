package io.hostpulse.alerter.replay;

import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.StreamDescriptor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be told about rules without a running Hostpulse. Reads a data directory and changes nothing in it. */
public final class RulesReports {

    private RulesReports() {}

    /**
     * Tries rules on what was recorded.
     *
     * @param data where
     * @param tried the rules and who is told
     * @param host the machine's name, for messages
     * @param asked which piece of time
     * @param progress hears how far it is
     * @param form how it is shown
     * @return the alerts and notifications that would have been, and how that differs from what was
     * @throws IOException when nothing is recorded, or it cannot be read
     */
    public static String rehearse(
            DataDirectory data, TriedRules tried, String host, Span asked, Progress progress, Form form)
            throws IOException {
        Outcome outcome = Rehearsal.run(data, tried, host, asked, progress);
        return form.json()
                ? Form.json(OutcomeFields.of(outcome))
                : new OutcomeText(outcome, form.clock(), form.style()).text();
    }

    /**
     * Lists rules.
     *
     * @param data where the alerts are that are on
     * @param rules the rules
     * @param form how they are shown
     * @return one line or object for each
     */
    public static String list(DataDirectory data, TriedRules rules, Form form) {
        RuleListing listing = new RuleListing(rules.rules().describe(), firing(data));
        return form.json() ? Form.json(listing.fields()) : listing.text(form.style());
    }

    private static Optional<Map<String, Long>> firing(DataDirectory data) {
        Path journal = data.queues().resolve("alerts");
        if (!StreamDescriptor.isIn(journal)) {
            return Optional.empty();
        }
        Function<Alert, String> rule = alert -> alert.key().rule();
        return Optional.of(Journal.remember(journal).active().stream()
                .collect(Collectors.groupingBy(rule, TreeMap::new, Collectors.counting())));
    }
}
