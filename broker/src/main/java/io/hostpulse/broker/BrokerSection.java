package io.hostpulse.broker;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.SectionReader;

/** Lets the configuration check find the broker's section. Public because the service loader asks for it. */
public final class BrokerSection implements SectionReader {

    @Override
    public String section() {
        return BrokerSettings.SECTION;
    }

    @Override
    public void read(ConfigNode node) {
        BrokerSettings.read(node);
    }
}
