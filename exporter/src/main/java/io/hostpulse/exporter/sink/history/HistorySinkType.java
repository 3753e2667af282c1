package io.hostpulse.exporter.sink.history;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.exporter.sink.SinkType;
import io.hostpulse.history.HistorySettings;
import java.util.List;

/** Writes everything into the embedded history. There is one at most: its options are the section {@code history}. */
public final class HistorySinkType implements SinkType {

    /** What the kind, its one sink and its section are called. */
    public static final String NAME = HistorySettings.SECTION;

    /** Is ready at once. */
    public HistorySinkType() {}

    @Override
    public String name() {
        return NAME;
    }

    /** What people ordered is in the journal, as far as it had an effect. */
    @Override
    public List<String> streams() {
        return List.of("*", "!control-*");
    }

    @Override
    public Opener configure(ConfigNode options) {
        return opener(HistorySettings.read(options));
    }

    /**
     * Opens the sink with settings that were read.
     *
     * @param settings what is kept
     * @return the opener
     */
    public static Opener opener(HistorySettings settings) {
        return surroundings -> new HistorySink(
                surroundings.data().root().resolve(HistorySettings.DIRECTORY), settings, EpochClock.SYSTEM);
    }
}
