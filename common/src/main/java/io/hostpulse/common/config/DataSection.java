package io.hostpulse.common.config;

/** Lets a check read the section {@code data}. */
public final class DataSection implements SectionReader {

    /** Is called by the service loader. */
    public DataSection() {}

    @Override
    public String section() {
        return DataSettings.SECTION;
    }

    @Override
    public void read(ConfigNode node) {
        DataSettings.read(node);
    }
}
