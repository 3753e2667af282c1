package io.hostpulse.benchmarks.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.locks.LockSupport;

/** Real processes that do nothing. They end with this, or after two minutes if it is killed. */
final class Sleepers implements AutoCloseable {

    private static final String SCRIPT = "i=0; while [ $i -lt $1 ]; do sleep 120 & i=$((i+1)); done; wait";

    private final Process shell;

    private Sleepers(Process shell) {
        this.shell = shell;
    }

    static Sleepers start(int count) throws IOException {
        Sleepers sleepers = new Sleepers(new ProcessBuilder("sh", "-c", SCRIPT, "sleepers", Integer.toString(count))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start());
        while (sleepers.shell.isAlive() && sleepers.shell.descendants().count() < count) {
            LockSupport.parkNanos(20_000_000);
        }
        return sleepers;
    }

    @Override
    public void close() {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
    }
}
