package io.hostpulse.collector.plugin;

import io.hostpulse.collector.source.SourceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Loads a directory of plugins. Whatever is wrong with one jar is said of that jar, and the others are loaded. */
public final class PluginFolder {

    private static final int MAX_JARS = 100;

    private final Set<String> taken;
    private final Map<String, PluginSourceType> types = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private PluginFolder(Set<String> taken) {
        this.taken = taken;
    }

    /**
     * Loads what is there.
     *
     * @param directory the directory, which need not exist
     * @param taken names that no plugin may have
     * @return the types, and what was left out
     */
    public static Plugins load(Path directory, Set<String> taken) {
        PluginFolder folder = new PluginFolder(taken);
        if (Files.exists(directory)) {
            folder.loadAll(directory);
        }
        return new Plugins(List.copyOf(folder.types.values()), folder.problems);
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
            for (SourceType type : new PluginJar(jar, message -> leftOut(jar, message)).types()) {
                add(jar, new PluginSourceType(jar, type));
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            leftOut(jar, Reason.of(e));
        }
    }

    private void add(Path jar, PluginSourceType type) {
        PluginSourceType first = types.get(type.name());
        if (taken.contains(type.name())) {
            leftOut(jar, "the type '" + type.name() + "' is one of Hostpulse's own: choose another name");
        } else if (first != null) {
            leftOut(jar, "the type '" + type.name() + "' is in " + first.jar() + " already: remove one of the two");
        } else {
            types.put(type.name(), type);
        }
    }

    private void leftOut(Path jar, String reason) {
        problems.add("the plugin " + jar + " was left out: " + reason);
    }
}
