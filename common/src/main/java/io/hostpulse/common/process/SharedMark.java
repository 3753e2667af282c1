package io.hostpulse.common.process;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Divides a process's mark between the agents in it: each has counters of its own under its name, and what keeps any of them
 * from its work is shown for all, once where several say the same. May be used by any thread.
 */
public final class SharedMark {

    private final ProcessMark mark;
    private final Map<String, String> conditions = new TreeMap<>();

    /**
     * Divides a mark.
     *
     * @param mark the process's
     */
    public SharedMark(ProcessMark mark) {
        this.mark = mark;
    }

    /**
     * Gives an agent its part.
     *
     * @param name the agent's, which its counters begin with, as in {@code memory.reads_total}
     * @return its part
     */
    public ProcessMark part(String name) {
        return new Part(name);
    }

    /**
     * Gives a part of the process that says what keeps it from its work, and counts for the whole process.
     *
     * @param name the part's
     * @return its part, whose counters have no name before theirs
     */
    public ProcessMark voice(String name) {
        return new ProcessMark() {
            @Override
            public Counter counter(String label) {
                return mark.counter(label);
            }

            @Override
            public void condition(String condition) {
                say(name, condition);
            }
        };
    }

    private synchronized void say(String name, String condition) {
        if (condition.isEmpty()) {
            conditions.remove(name);
        } else {
            conditions.put(name, condition);
        }
        mark.condition(String.join("; ", new LinkedHashSet<>(conditions.values())));
    }

    /** One agent's part. */
    private final class Part implements ProcessMark {
        private final String name;

        private Part(String name) {
            this.name = name;
        }

        @Override
        public Counter counter(String label) {
            return mark.counter(name + "." + label);
        }

        @Override
        public void condition(String condition) {
            say(name, condition);
        }
    }
}
