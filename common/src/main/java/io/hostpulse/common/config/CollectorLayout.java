package io.hostpulse.common.config;

import io.hostpulse.common.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads how sources are spread over processes: each has its own, unless the section {@code processes} puts several together.
 * Reports unknown sources, a source that is in two groups, and names that no group can have.
 */
public final class CollectorLayout {

    /** The section of the configuration with the groups. */
    public static final String SECTION = "processes";

    /** What stands for every source that is in no other group. */
    private static final String THE_REST = "*";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

    private final ConfigNode processes;
    private final List<String> sources;
    private final Map<String, String> groupOf = new LinkedHashMap<>();
    private String groupOfTheRest = "";

    private CollectorLayout(ConfigNode processes, List<String> sources) {
        this.processes = processes;
        this.sources = sources;
    }

    /**
     * Reads the layout.
     *
     * @param root the whole configuration
     * @return the processes by the name of their source or group, in the order of the sources; also those of sources that
     *     are not enabled
     */
    public static Map<String, CollectorProcess> read(ConfigNode root) {
        return new CollectorLayout(root.section(SECTION), SourceSettings.names(root.section("sources"))).read();
    }

    private Map<String, CollectorProcess> read() {
        for (String group : processes.keys()) {
            checkName(group);
            new LinkedHashSet<>(processes.texts(group, List.of())).forEach(source -> put(group, source));
        }
        if (!groupOfTheRest.isEmpty()) {
            sources.forEach(source -> groupOf.putIfAbsent(source, groupOfTheRest));
        }
        return layout();
    }

    private void checkName(String group) {
        if (!NAME.matcher(group).matches()) {
            processes.problem(
                    group,
                    "not a name for a process: use up to 32 lower-case letters, digits, '_' or '-', and begin with a"
                            + " letter");
        } else if (sources.contains(group)) {
            processes.problem(group, "there is a source of this name: choose another for the process");
        }
    }

    private void put(String group, String source) {
        if (source.equals(THE_REST)) {
            putTheRest(group);
        } else if (!sources.contains(source)) {
            processes.problem(group, "there is no source '" + source + "'" + Nearest.hint(source, sources));
        } else if (groupOf.putIfAbsent(source, group) != null) {
            processes.problem(group, "the source '" + source + "' is in '" + groupOf.get(source) + "' already");
        }
    }

    private void putTheRest(String group) {
        if (groupOfTheRest.isEmpty()) {
            groupOfTheRest = group;
        } else {
            processes.problem(
                    group, "'*' is every source in no other group, and '" + groupOfTheRest + "' has them already");
        }
    }

    private Map<String, CollectorProcess> layout() {
        Map<String, List<String>> members = new LinkedHashMap<>();
        for (String source : sources) {
            members.computeIfAbsent(groupOf.getOrDefault(source, source), key -> new ArrayList<>())
                    .add(source);
        }
        Map<String, CollectorProcess> layout = new LinkedHashMap<>();
        members.forEach((key, list) -> layout.put(key, process(key, list)));
        return layout;
    }

    private CollectorProcess process(String key, List<String> members) {
        return groupOf.containsValue(key) ? CollectorProcess.group(key, members) : CollectorProcess.alone(key);
    }
}
