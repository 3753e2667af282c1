package io.hostpulse.broker.json;

import io.hostpulse.common.text.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The way to fields inside a stream's snapshot: names or globs with dots between them, {@code [*]} for the elements of a list. What lies
 * behind its end belongs to it.
 *
 * @param steps the steps from the outside
 */
public record FieldPath(List<Step> steps) {

    private static final Pattern STEP = Pattern.compile("[^.\\[\\]\"\\\\]{1,128}(\\[\\*\\])*");
    private static final String ELEMENTS = "[*]";
    private static final int MAX_STEPS = 16;

    /**
     * One step.
     *
     * @param name the names it goes to; for a list's elements the text {@code [*]}, which is no name
     */
    public record Step(Glob name) {

        boolean isElements() {
            return name.pattern().equals(ELEMENTS);
        }

        boolean leadsTo(String member) {
            return !isElements() && name.matches(member);
        }
    }

    /**
     * Reads a path.
     *
     * @param text for example {@code mounts[*].percentage}
     * @return the path
     * @throws IllegalArgumentException when it is none
     */
    public static FieldPath parse(String text) {
        List<Step> steps = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            if (!STEP.matcher(part).matches()) {
                throw new IllegalArgumentException("'" + part + "' is no name, glob, or name with [*] behind it");
            }
            int list = part.indexOf('[');
            steps.add(new Step(new Glob(list < 0 ? part : part.substring(0, list))));
            for (int i = list; i >= 0; i = part.indexOf('[', i + 1)) {
                steps.add(new Step(new Glob(ELEMENTS)));
            }
        }
        if (steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException("more than " + MAX_STEPS + " steps");
        }
        return new FieldPath(List.copyOf(steps));
    }

    /** What is left of the way after its first step. */
    FieldPath rest() {
        return new FieldPath(steps.subList(1, steps.size()));
    }

    /** Whether this path, or something on the way to it or behind it, is meant by a reason's key such as {@code cards[0].temperature}. */
    boolean concerns(String key) {
        String[] names = key.replace("[", ".[").split("\\.");
        for (int i = 0; i < Math.min(names.length, steps.size()); i++) {
            Step step = steps.get(i);
            if (!(names[i].startsWith("[") ? step.isElements() : step.leadsTo(names[i]))) {
                return false;
            }
        }
        return true;
    }
}
