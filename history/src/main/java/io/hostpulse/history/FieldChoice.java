package io.hostpulse.history;

import io.hostpulse.common.text.Glob;
import io.hostpulse.common.text.Nearest;
import java.util.ArrayList;
import java.util.List;

/**
 * Which series of a stream are meant by fields as people write them: {@code usage_percent}; {@code swap}, which means all below it;
 * {@code mounts[*].percentage}, where {@code *} and {@code ?} stand for others. Pure.
 *
 * @param paths the series that there are
 */
public record FieldChoice(List<String> paths) {

    /** Copies the list. */
    public FieldChoice {
        paths = List.copyOf(paths);
    }

    /**
     * Separates fields at commas; what an element of a list is called may have commas itself.
     *
     * @param text fields as in {@code free,mounts[/a,b].percentage}
     * @return the fields, none of them empty
     */
    public static List<String> split(String text) {
        List<String> fields = new ArrayList<>();
        int begin = 0;
        int depth = 0;
        for (int i = 0; i <= text.length(); i++) {
            char letter = i < text.length() ? text.charAt(i) : ',';
            depth += letter == '[' ? 1 : letter == ']' ? -1 : 0;
            if (letter == ',' && (depth <= 0 || i == text.length())) {
                fields.add(text.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        fields.removeIf(String::isEmpty);
        return fields;
    }

    /**
     * Finds what a field means.
     *
     * @param field a path, the beginning of some, or a pattern
     * @return the paths in their order; empty when it means nothing that there is
     */
    public List<String> of(String field) {
        if (paths.contains(field)) {
            return List.of(field);
        }
        Glob glob = new Glob(field);
        return paths.stream()
                .filter(path -> glob.matches(path) || path.startsWith(field + ".") || path.startsWith(field + "["))
                .toList();
    }

    /**
     * Finds what is shown to those who named nothing: what stands alone, and only without any such the elements of lists.
     *
     * @return the paths in their order
     */
    public List<String> usual() {
        List<String> alone =
                paths.stream().filter(path -> path.indexOf('[') < 0).toList();
        return alone.isEmpty() ? paths : alone;
    }

    /**
     * Guesses what was meant by a field that means nothing.
     *
     * @param field the field
     * @return a question to append to a message, or nothing
     */
    public String hint(String field) {
        return Nearest.hint(field, paths);
    }
}
