package io.hostpulse.alerter.heartbeat;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.SourceSettings;
import io.hostpulse.common.model.StreamName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The streams that must be fresh for all to be well. Immutable.
 *
 * @param always those that must be there
 * @param present those that must be fresh if they are there: a host may have no card and no sensor
 */
public record ExpectedStreams(Set<StreamName> always, Set<StreamName> present) {

    /** Types whose sources write on every host; of a plugin's type nobody knows. */
    private static final Set<String> EVERYWHERE = Set.of(
            "processor", "memory", "disk", "network", "system", "process", "pipeline", "http", "command", "textfile");

    /** Nothing is waited for. */
    public static final ExpectedStreams NONE = new ExpectedStreams(Set.of(), Set.of());

    /** Copies the sets. */
    public ExpectedStreams {
        always = Set.copyOf(always);
        present = Set.copyOf(present);
    }

    /**
     * Expects what is written, or else what the sources that are enabled should write.
     *
     * @param written names of streams
     * @param sources the section {@code sources}
     * @return what to expect
     */
    public static ExpectedStreams of(List<String> written, ConfigNode sources) {
        return written.isEmpty() ? ofSources(sources) : new ExpectedStreams(streams(written), Set.of());
    }

    private static Set<StreamName> streams(List<String> names) {
        Set<StreamName> streams = new TreeSet<>();
        names.stream().filter(StreamName::isValid).map(StreamName::new).forEach(streams::add);
        return streams;
    }

    private static ExpectedStreams ofSources(ConfigNode sources) {
        Set<String> names = new LinkedHashSet<>(SourceSettings.DEFAULT_NAMES);
        names.addAll(sources.keys());
        List<String> enabled = names.stream()
                .filter(name -> sources.section(name).flag("enabled", true))
                .toList();
        List<String> everywhere = enabled.stream()
                .filter(name -> EVERYWHERE.contains(SourceSettings.type(name, sources.section(name))))
                .toList();
        return new ExpectedStreams(streams(everywhere), streams(enabled));
    }
}
