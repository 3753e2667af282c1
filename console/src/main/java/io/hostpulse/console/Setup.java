package io.hostpulse.console;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.config.Problem;
import io.hostpulse.common.process.DataDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which Hostpulse is meant: flags first, then what {@code scripts/hostpulse} says, then the configuration.
 *
 * @param configFlag the file named by {@code --config}
 * @param dataFlag the directory named by {@code --data}
 * @param settings the values of {@code --set}
 * @param surroundings where the command runs
 */
record Setup(Optional<Path> configFlag, Optional<Path> dataFlag, List<String> settings, Surroundings surroundings) {

    private static final String SECTION = "data";
    private static final String DEFAULT_DATA = "data";

    ConfigSources sources() {
        return new ConfigSources(file(), settings, surroundings.environment(), surroundings.workingDirectory());
    }

    private Optional<Path> file() {
        return configFlag.or(() -> property("hostpulse.config"));
    }

    private Optional<Path> property(String name) {
        return surroundings.properties().apply(name).map(Path::of);
    }

    private Optional<Path> givenData() {
        return dataFlag.or(() -> property("hostpulse.data"))
                .map(given -> surroundings.workingDirectory().resolve(given).normalize());
    }

    /** Finds the data directory; a mistake elsewhere in the configuration must not keep anybody from looking at it. */
    DataDirectory data() {
        return givenData().map(DataDirectory::new).orElseGet(this::configuredData);
    }

    private DataDirectory configuredData() {
        Config config = Config.load(sources());
        DataDirectory found = data(config.root());
        try {
            config.finish();
        } catch (ConfigException e) {
            if (e.problems().stream().anyMatch(Setup::isAboutData)) {
                throw e;
            }
        }
        return found;
    }

    private static boolean isAboutData(Problem problem) {
        return problem.path().equals(SECTION) || problem.path().startsWith(SECTION + ".");
    }

    DataDirectory data(ConfigNode root) {
        Path configured = root.section(SECTION).path("directory", fallback());
        return new DataDirectory(givenData().orElse(configured));
    }

    // Without a file the script keeps the data beside itself, wherever it is called from.
    private Path fallback() {
        Optional<Path> home = file().isPresent() ? Optional.empty() : property("hostpulse.home");
        return home.map(found -> found.resolve(DEFAULT_DATA)).orElse(Path.of(DEFAULT_DATA));
    }
}
