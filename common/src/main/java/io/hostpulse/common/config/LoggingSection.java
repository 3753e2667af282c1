package io.hostpulse.common.config;

/** Lets a check read the section {@code logging}. */
public final class LoggingSection implements SectionReader {

    /** Is called by the service loader. */
    public LoggingSection() {}

    @Override
    public String section() {
        return LoggingSettings.SECTION;
    }

    @Override
    public void read(ConfigNode node) {
        LoggingSettings.read(node);
    }
}
