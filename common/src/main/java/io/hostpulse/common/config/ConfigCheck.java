package io.hostpulse.common.config;

import io.hostpulse.common.text.Printable;
import java.util.List;
import java.util.ServiceLoader;

/** Checks a whole configuration without starting anything. Immutable. */
public final class ConfigCheck {

    private final List<SectionReader> readers;

    /**
     * Checks the given sections; any other one is reported as unknown.
     *
     * @param readers one for every section that may be written
     */
    public ConfigCheck(List<SectionReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /**
     * Checks the sections of all modules that are on the class path.
     *
     * @return a check with every {@link SectionReader} that is provided
     */
    public static ConfigCheck ofClassPath() {
        return new ConfigCheck(ServiceLoader.load(SectionReader.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /**
     * Reads everything.
     *
     * @param sources where the configuration comes from
     * @return what is wrong; empty when every process would accept it
     */
    public List<Problem> problems(ConfigSources sources) {
        try {
            Config config = Config.load(sources);
            readers.forEach(reader -> reader.readFrom(config.root()));
            config.finish();
            return List.of();
        } catch (ConfigException wrong) {
            return wrong.problems();
        }
    }

    /**
     * Collects what is worth knowing about a configuration without problems.
     *
     * @param sources where the configuration comes from
     * @return sentences in one line each; most often none
     */
    public List<String> notes(ConfigSources sources) {
        ConfigNode root = Config.load(sources).root();
        return readers.stream()
                .flatMap(reader -> reader.notes(root).stream())
                .map(Printable::of)
                .distinct()
                .toList();
    }
}
