package io.hostpulse.alerter;

import io.hostpulse.alerter.route.RuleRouting;
import io.hostpulse.alerter.rule.AlertSettings;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.SectionReader;

/** Lets a check read what rules say about their notifications, which depends on what other rules there are. */
public final class RuleRoutingSection implements SectionReader {

    /** Is called by the service loader. */
    public RuleRoutingSection() {}

    @Override
    public String section() {
        return AlertSettings.SECTION;
    }

    @Override
    public void read(ConfigNode node) {
        RuleRouting.read(node, AlertSettings.names(node));
    }
}
