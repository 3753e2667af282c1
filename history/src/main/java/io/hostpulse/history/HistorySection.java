package io.hostpulse.history;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.SectionReader;

/** Lets a check read the section {@code history}. */
public final class HistorySection implements SectionReader {

    /** Is called by the service loader. */
    public HistorySection() {}

    @Override
    public String section() {
        return HistorySettings.SECTION;
    }

    @Override
    public void read(ConfigNode node) {
        HistorySettings.read(node);
    }
}
