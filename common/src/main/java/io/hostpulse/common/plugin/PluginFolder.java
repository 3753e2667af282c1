package io.hostpulse.common.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Loads a directory of plugins. Whatever is wrong with one jar is said of that jar, and the others are loaded.
 *
 * @param <T> what they offer
 */
public final class PluginFolder<T extends PluginType> {

    private static final int MAX_JARS = 100;

    private final PluginContract<T> contract;
    private final Set<String> taken;
    private final Map<String, Path> jars = new HashMap<>();
    private final List<T> types = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private PluginFolder(PluginContract<T> contract, Set<String> taken) {
        this.contract = contract;
        this.taken = taken;
    }

    /**
     * Loads what is there.
     *
     * @param <T> what the plugins offer
     * @param directory the directory, which need not exist
     * @param contract what they have to offer
     * @param taken names that no plugin may have
     * @return the types, and what was left out
     */
    public static <T extends PluginType> Plugins<T> load(
            Path directory, PluginContract<T> contract, Set<String> taken) {
        PluginFolder<T> folder = new PluginFolder<>(contract, taken);
        if (Files.exists(directory)) {
            folder.loadAll(directory);
        }
        return new Plugins<>(folder.types, folder.problems);
    }

    private void loadAll(Path directory) {
        try {
            Trust.check(directory);
            jars(directory).forEach(this::load);
        } catch (IOException e) {
            problems.add("no plugin was loaded from " + directory + ": " + e.getMessage());
        }
    }

    private static List<Path> jars(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .limit(MAX_JARS + 1L)
                    .toList();
            if (jars.size() > MAX_JARS) {
                throw new IOException("it holds more than " + MAX_JARS + " jars");
            }
            return jars;
        }
    }

    private void load(Path jar) {
        try {
            Trust.check(jar);
            for (T type : new PluginJar<>(jar, contract, message -> leftOut(jar, message)).types()) {
                add(jar, contract.guard().apply(jar, type));
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            leftOut(jar, LoadingFailure.of(e));
        }
    }

    private void add(Path jar, T type) {
        Path first = jars.get(type.name());
        if (taken.contains(type.name())) {
            leftOut(jar, "the type '" + type.name() + "' is one of Hostpulse's own: choose another name");
        } else if (first != null) {
            leftOut(jar, "the type '" + type.name() + "' is in " + first + " already: remove one of the two");
        } else {
            jars.put(type.name(), jar);
            types.add(type);
        }
    }

    private void leftOut(Path jar, String reason) {
        problems.add("the plugin " + jar + " was left out: " + reason);
    }
}
