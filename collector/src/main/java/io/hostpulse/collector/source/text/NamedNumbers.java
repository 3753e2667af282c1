package io.hostpulse.collector.source.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Files of lines that begin with a name and a number, such as /proc/vmstat or a cgroup's cpu.stat. */
public final class NamedNumbers {

    private NamedNumbers() {}

    /**
     * Takes the wanted numbers; what follows them on their lines, and all other lines, may have any form.
     *
     * @param text the file
     * @param wanted the names
     * @return the numbers by name; names that the file does not have are absent
     * @throws MalformedTextException when a wanted name is not followed by a whole number
     */
    public static Map<String, Long> parse(TextCursor text, Set<String> wanted) throws MalformedTextException {
        Map<String, Long> numbers = new HashMap<>();
        for (; !text.atEnd(); text.nextLine()) {
            String name = text.atLineEnd() ? "" : text.word();
            if (wanted.contains(name)) {
                numbers.put(name, text.number());
            }
        }
        return numbers;
    }
}
