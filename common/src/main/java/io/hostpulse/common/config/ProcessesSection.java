package io.hostpulse.common.config;

/** Lets a check read the section {@code processes}. */
public final class ProcessesSection implements SectionReader {

    /** Is called by the service loader. */
    public ProcessesSection() {}

    @Override
    public String section() {
        return CollectorLayout.SECTION;
    }

    @Override
    public void readFrom(ConfigNode root) {
        CollectorLayout.read(root);
    }

    @Override
    public void read(ConfigNode node) {
        throw new UnsupportedOperationException("which groups there may be depends on the sources");
    }
}
