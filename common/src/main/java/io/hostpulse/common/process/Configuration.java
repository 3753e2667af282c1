package io.hostpulse.common.process;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.config.DataSettings;
import io.hostpulse.common.config.FileVersion;
import io.hostpulse.common.config.LoggingSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a process is told: the flags and the environment of its start, and the file as it is at each reading. A process that can change
 * while it runs reads again by the same rules as at its start. Used by one thread at a time.
 */
public final class Configuration {

    /** The sections of the configuration that some process reads; a key beside them is a mistake for all. */
    private static final Set<String> SECTIONS = Set.of(
            "data",
            "queues",
            "logging",
            "plugins",
            "processes",
            "sources",
            "alerts",
            "notifications",
            "exporter",
            "history",
            "broker");

    private static final String DATA = "data";
    private static final String LOGGING = "logging";

    private final ConfigSources sources;
    private final Set<String> own;
    private final Optional<Path> dataFlag;
    private FileVersion version;
    private Common started;
    private Common latest;

    /** What every process reads, once, at its start. */
    private record Common(DataSettings data, LoggingSettings logging) {}

    /**
     * Prepares to read.
     *
     * @param sources where the configuration comes from
     * @param own the sections that the process reads; it passes over those of others
     * @param dataFlag what the flag {@code --data} says, which is stronger than anything else
     */
    public Configuration(ConfigSources sources, Set<String> own, Optional<Path> dataFlag) {
        this.sources = sources;
        this.own = Set.copyOf(own);
        this.dataFlag = dataFlag;
        this.version = FileVersion.of(sources.path());
    }

    /**
     * Reads everything.
     *
     * @param <T> the settings of the process
     * @param settings reads the process's own sections from the root
     * @return the settings, free of problems
     * @throws ConfigException when anything is wrong, with all of it
     */
    public <T> T read(Function<ConfigNode, T> settings) {
        // Before the file is opened: what is written meanwhile must be seen as news afterwards.
        version = FileVersion.of(sources.path());
        Config config = Config.load(sources);
        SECTIONS.stream().filter(section -> !own.contains(section)).forEach(config::skip);
        ConfigNode root = config.root();
        Common common = new Common(
                DataSettings.read(root.section(DATA), dataFlag), LoggingSettings.read(root.section(LOGGING)));
        T read = settings.apply(root);
        config.finish();
        started = started == null ? common : started;
        latest = common;
        return read;
    }

    /**
     * Tells where it comes from.
     *
     * @return the flags and the environment of the start, and the file
     */
    public ConfigSources sources() {
        return sources;
    }

    /**
     * Names the file.
     *
     * @return its path, whether it is there or not
     */
    public Path file() {
        return sources.path();
    }

    /**
     * Tells which version of the file was read last, or tried to.
     *
     * @return what it was like just before it was opened
     */
    public FileVersion version() {
        return version;
    }

    /**
     * Lists what has changed since the start in sections that every process reads only then.
     *
     * @return their keys
     */
    public List<String> waitingForRestart() {
        return Stream.concat(
                        Stream.of(DATA).filter(key -> !latest.data().equals(started.data())),
                        Stream.of(LOGGING).filter(key -> !latest.logging().equals(started.logging())))
                .toList();
    }

    DataDirectory data() {
        return new DataDirectory(started.data().directory());
    }

    LoggingSettings logging() {
        return started.logging();
    }
}
