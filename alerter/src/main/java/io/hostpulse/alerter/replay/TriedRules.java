package io.hostpulse.alerter.replay;

import io.hostpulse.alerter.route.Recipient;
import io.hostpulse.alerter.route.RoutingSettings;
import io.hostpulse.alerter.route.RuleRouting;
import io.hostpulse.alerter.rule.RuleSet;
import java.util.List;

/**
 * What is tried: all that decides which alerts there are and who is told.
 *
 * @param rules what to look for
 * @param routing who is told, and when
 * @param ruleRouting what rules say about their notifications
 * @param recipients the handlers
 */
public record TriedRules(RuleSet rules, RoutingSettings routing, RuleRouting ruleRouting, List<Recipient> recipients) {

    /** Copies the list. */
    public TriedRules {
        recipients = List.copyOf(recipients);
    }
}
