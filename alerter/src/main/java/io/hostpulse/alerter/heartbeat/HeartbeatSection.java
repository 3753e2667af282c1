package io.hostpulse.alerter.heartbeat;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.SectionReader;

/** Lets a check read what the section {@code alerts} says about the heartbeat. */
public final class HeartbeatSection implements SectionReader {

    /** Is called by the service loader. */
    public HeartbeatSection() {}

    @Override
    public String section() {
        return "alerts";
    }

    @Override
    public void read(ConfigNode node) {
        HeartbeatSettings.read(node);
    }
}
