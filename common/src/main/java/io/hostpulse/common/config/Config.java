package io.hostpulse.common.config;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The configuration of one process while it is being read. Load it, read the sections you need, skip those that belong to
 * others, then finish: whatever was wrong comes out there, all at once. Not thread-safe.
 */
public final class Config {

    private final Lookup lookup;
    private final Problems problems;
    private final AskedKeys asked = new AskedKeys();
    private final LayeredNode root;

    private Config(Lookup lookup, Written.Section written, Problems problems) {
        this.lookup = lookup;
        this.problems = problems;
        this.root = new LayeredNode(KeyPath.ROOT, written, lookup, asked, problems);
    }

    /**
     * Reads the file and prepares the other sources.
     *
     * @param sources where the configuration comes from
     * @return the configuration, not yet asked anything
     * @throws ConfigException when the file is required and missing, cannot be read, or is not YAML; other problems wait
     *     for {@link #finish}
     */
    public static Config load(ConfigSources sources) {
        Problems problems = new Problems();
        Overrides overrides = new Overrides(sources.overrides(), problems);
        ConfigFile file = ConfigFile.locate(sources);
        Environment environment = new Environment(sources.environment());
        Lookup lookup = new Lookup(overrides, environment, file, sources.workingDirectory());
        return new Config(lookup, file.read(problems), problems);
    }

    /**
     * Gives the top of the tree.
     *
     * @return the section that holds all others
     */
    public ConfigNode root() {
        return root;
    }

    /**
     * Declares that a part is known but read by somebody else: nothing in it is checked here.
     *
     * @param path a section's path, for example {@code broker} or {@code sources.memory}
     */
    public void skip(String path) {
        asked.skip(KeyPath.parse(path));
    }

    /**
     * Ends the reading. Every key, flag and {@code HOSTPULSE_} variable that was neither asked for nor skipped is a
     * problem now.
     *
     * @throws ConfigException when anything was wrong, with all of it
     */
    public void finish() {
        new UnknownKeys(lookup, asked, problems).report();
        problems.throwIfAny();
    }

    /**
     * Lists the settings that were asked for so far, whether written or not; what documentation has to cover.
     *
     * @return paths such as {@code broker.port}, sorted
     */
    public SortedSet<String> asked() {
        return new TreeSet<>(asked.values());
    }
}
