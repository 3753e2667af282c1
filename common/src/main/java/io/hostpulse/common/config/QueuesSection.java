package io.hostpulse.common.config;

/** Lets a check read the section {@code queues}. */
public final class QueuesSection implements SectionReader {

    /** Is called by the service loader. */
    public QueuesSection() {}

    @Override
    public String section() {
        return QueueSettings.SECTION;
    }

    @Override
    public void read(ConfigNode node) {
        QueueSettings.read(node);
    }
}
