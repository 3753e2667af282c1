package io.hostpulse.alerter.rule;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.SectionReader;

/** Lets a check read the section {@code alerts}. */
public final class AlertsSection implements SectionReader {

    /** Is called by the service loader. */
    public AlertsSection() {}

    @Override
    public String section() {
        return AlertSettings.SECTION;
    }

    @Override
    public void read(ConfigNode node) {
        AlertSettings.read(node);
    }
}
