package io.hostpulse.common.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All processes that come from one run: its descendants, what is in its session, and what has inherited its mark. Only one that
 * takes on another session, another parent and another environment, all three, is not found.
 */
final class Lineage {

    private static final int LONGEST_ENVIRONMENT = 256 << 10;

    /** A process may fork while the others are being looked for, and one that was killed takes a moment to be gone. */
    private static final int ROUNDS = 250;

    private static final long MOMENT = 2_000_000;

    private final Path proc;
    private final ProcessHandle first;
    private final byte[] mark;

    Lineage(Path proc, ProcessHandle first, String mark) {
        this.proc = proc;
        this.first = first;
        this.mark = (Surroundings.MARK + "=" + mark).getBytes(StandardCharsets.UTF_8);
    }

    /** Kills them all, and looks again until none is left. */
    void end() {
        for (int round = 0; round < ROUNDS; round++) {
            Set<ProcessHandle> alive = alive();
            if (alive.isEmpty()) {
                return;
            }
            alive.forEach(ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(MOMENT);
        }
    }

    Set<ProcessHandle> alive() {
        Set<ProcessHandle> all = first.descendants().collect(Collectors.toCollection(HashSet::new));
        all.add(first);
        addStrayed(all);
        all.removeIf(process -> !process.isAlive() || isZombie(process));
        return all;
    }

    private void addStrayed(Set<ProcessHandle> all) {
        boolean sessionIsOurs = isSessionOurs();
        try (Stream<Path> folders = Files.list(proc)) {
            folders.filter(folder -> isNumber(folder.getFileName().toString()))
                    .filter(folder -> (sessionIsOurs && session(folder) == first.pid()) || hasMark(folder))
                    .flatMap(folder ->
                            ProcessHandle.of(Long.parseLong(folder.getFileName().toString())).stream())
                    .forEach(all::add);
        } catch (IOException noProc) {
            // Elsewhere than on Linux only the descendants are known.
        }
    }

    /** A number is not given again while it names a session; but if the first is gone and its number is in use, it was. */
    private boolean isSessionOurs() {
        return first.isAlive() || !Files.exists(proc.resolve(Long.toString(first.pid())));
    }

    /** The sixth column of stat, counted from behind the name, which may hold anything. */
    private static long session(Path folder) {
        String[] columns = stat(folder);
        return columns.length > 3 ? Long.parseLong(columns[3]) : -1;
    }

    private boolean isZombie(ProcessHandle process) {
        String[] columns = stat(proc.resolve(Long.toString(process.pid())));
        return columns.length > 0 && columns[0].equals("Z");
    }

    private static String[] stat(Path folder) {
        try {
            String line = new String(Files.readAllBytes(folder.resolve("stat")), StandardCharsets.ISO_8859_1);
            return line.substring(line.lastIndexOf(')') + 2).strip().split(" ", -1);
        } catch (IOException gone) {
            return new String[0];
        }
    }

    private boolean hasMark(Path folder) {
        try (var environment = Files.newInputStream(folder.resolve("environ"))) {
            return holds(environment.readNBytes(LONGEST_ENVIRONMENT), mark);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    /** Whether one of the texts, each of which ends with a zero, is the wanted one. */
    private static boolean holds(byte[] texts, byte[] wanted) {
        int start = 0;
        for (int i = 0; i < texts.length; i++) {
            if (texts[i] == 0) {
                if (i - start == wanted.length && matches(texts, start, wanted)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static boolean matches(byte[] texts, int start, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (texts[start + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String name) {
        return name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
