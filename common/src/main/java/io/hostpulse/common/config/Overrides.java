package io.hostpulse.common.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code --set} flags say, by path, and which of it nobody asked for. */
final class Overrides {

    private static final Pattern PATH = Pattern.compile("[^.\\s]+(\\.[^.\\s]+)*");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();

    Overrides(List<String> flags, Problems problems) {
        flags.forEach(flag -> add(flag, problems));
    }

    Optional<String> find(KeyPath path) {
        used.add(path.toString());
        return Optional.ofNullable(values.get(path.toString()));
    }

    // What is written below a section, with its dots: the asker knows whether a dot is part of a name.
    List<String> below(KeyPath section) {
        String prefix = section.parts().isEmpty() ? "" : section + ".";
        Stream<String> paths = values.keySet().stream().filter(path -> path.startsWith(prefix));
        return paths.map(path -> path.substring(prefix.length())).toList();
    }

    List<KeyPath> unused() {
        Stream<String> paths = values.keySet().stream().filter(path -> !used.contains(path));
        return paths.map(KeyPath::parse).toList();
    }

    private void add(String flag, Problems problems) {
        int equals = flag.indexOf('=');
        String path = equals < 0 ? flag : flag.substring(0, equals);
        if (equals > 0 && PATH.matcher(path).matches()) {
            values.put(path, flag.substring(equals + 1));
        } else {
            String message = "--set " + Quoted.of(path) + ": write key.path=value, for example broker.port=9000";
            problems.add(new Origin.Nowhere(), KeyPath.ROOT, message);
        }
    }
}
