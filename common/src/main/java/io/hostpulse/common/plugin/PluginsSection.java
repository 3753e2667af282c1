package io.hostpulse.common.plugin;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.SectionReader;

/** Lets a check read the section {@code plugins}. */
public final class PluginsSection implements SectionReader {

    /** Is called by the service loader. */
    public PluginsSection() {}

    @Override
    public String section() {
        return PluginSettings.SECTION;
    }

    @Override
    public void read(ConfigNode node) {
        PluginSettings.read(node);
    }
}
