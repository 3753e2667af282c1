package io.hostpulse.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process of this machine still does anything; only where there is a {@code /proc}. */
public final class RunningProcess {

    private RunningProcess() {}

    /**
     * Looks. One that has ended and that nobody has asked for yet, a zombie, does nothing.
     *
     * @param pid its number, as a program has written it
     * @return whether it runs
     */
    public static boolean is(String pid) {
        try {
            String stat = Files.readString(Path.of("/proc", pid.strip(), "stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (IOException gone) {
            return false;
        }
    }
}
