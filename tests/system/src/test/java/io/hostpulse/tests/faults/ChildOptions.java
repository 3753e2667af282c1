package io.hostpulse.tests.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line of a child: its paths, then options with one number each.
 *
 * @param paths the words without dashes
 * @param numbers the options by name
 */
record ChildOptions(List<Path> paths, Map<String, Long> numbers) {

    static ChildOptions parse(String... words) {
        List<Path> paths = new ArrayList<>();
        Map<String, Long> numbers = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            if (words[i].startsWith("--")) {
                numbers.put(words[i].substring(2), Long.parseLong(words[++i]));
            } else {
                paths.add(Path.of(words[i]));
            }
        }
        return new ChildOptions(paths, numbers);
    }

    Path path(int at) {
        return paths.get(at);
    }

    long number(String name, long otherwise) {
        return numbers.getOrDefault(name, otherwise);
    }
}
