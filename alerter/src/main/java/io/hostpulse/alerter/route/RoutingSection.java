package io.hostpulse.alerter.route;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.SectionReader;

/** Lets a check read what the section {@code alerts} says about notifications. */
public final class RoutingSection implements SectionReader {

    /** Is called by the service loader. */
    public RoutingSection() {}

    @Override
    public String section() {
        return "alerts";
    }

    @Override
    public void read(ConfigNode node) {
        RoutingSettings.read(node);
    }
}
