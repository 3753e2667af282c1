package io.hostpulse.collector.source.process;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;
import java.util.Map;

/**
 * Lists processes that have ended and whose parents have not asked how.
 *
 * @param census all processes
 * @param byPid the same by number
 */
record Zombies(Census census, Map<Integer, ProcessStat> byPid) {

    /** A parent that never asks makes thousands; their count stands among the states. */
    private static final int LONGEST_LIST = 50;

    List<Fields> list() {
        return census.processes().stream()
                .filter(process -> process.state() == ProcessState.ZOMBIE)
                .limit(LONGEST_LIST)
                .map(this::fields)
                .toList();
    }

    private Fields fields(ProcessStat zombie) {
        return Fields.builder()
                .put("pid", zombie.pid())
                .put("name", zombie.name())
                .put("parent_pid", zombie.parentPid())
                .put("parent_name", parentName(zombie))
                .put("age_seconds", census.ageSeconds(zombie))
                .build();
    }

    private Value parentName(ProcessStat zombie) {
        ProcessStat parent = byPid.get(zombie.parentPid());
        return parent == null
                ? new Value.Missing("its parent is not to be seen from here")
                : new Value.Text(parent.name());
    }
}
