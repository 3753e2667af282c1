package io.hostpulse.collector.ps;

import io.hostpulse.collector.source.process.ProcessRow;
import io.hostpulse.collector.source.process.ProcessState;
import io.hostpulse.common.model.Value;
import java.time.Instant;
import java.util.Optional;

/** Processes of which only some columns matter. */
final class Rows {

    private Rows() {}

    static ProcessRow row(int pid, int parent, String name) {
        return row(pid, parent, name, 0, ProcessState.SLEEPING);
    }

    static ProcessRow row(int pid, int parent, String name, double cpu, ProcessState state) {
        Value unknown = new Value.Missing("not permitted");
        return new ProcessRow(
                pid,
                parent,
                name,
                Optional.of(new Value.Text("/bin/" + name)),
                new Value.Text("root"),
                state,
                1,
                unknown,
                1024L * 1024 * pid,
                new Value.Real(1.25),
                new Value.Real(cpu),
                unknown,
                new Value.Real(2048),
                Instant.ofEpochSecond(1795226343));
    }
}
