package io.hostpulse.common.status;

import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.Mark;
import io.hostpulse.common.status.SupervisorState.Supervised;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts together what the supervisor, the marks and the kernel say about each process.
 *
 * @param data the data directory
 * @param processes looks at live processes
 * @param clock the time by which ages are measured
 */
public record ProcessReader(DataDirectory data, Processes processes, EpochClock clock) {

    private static final String MARK_SUFFIX = ".mark";

    /**
     * Reads them.
     *
     * @param supervisor what the supervisor wrote last, whether it lives or not
     * @return the processes, the supervised ones first and in start order
     * @throws IOException when a file is there and cannot be read
     */
    public List<ProcessStatus> read(SupervisorState supervisor) throws IOException {
        boolean supervised = processes.usage(supervisor.pid()).isPresent();
        List<ProcessStatus> found = new ArrayList<>();
        for (String name : names(supervisor)) {
            found.add(status(name, supervised, entry(supervisor, name)));
        }
        return found;
    }

    private static Optional<Supervised> entry(SupervisorState supervisor, String name) {
        return supervisor.processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst();
    }

    private Set<String> names(SupervisorState supervisor) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        supervisor.processes().forEach(process -> names.add(process.name()));
        names.addAll(marked());
        return names;
    }

    private Set<String> marked() throws IOException {
        Set<String> names = new TreeSet<>();
        if (!Files.isDirectory(data.run())) {
            return names;
        }
        try (DirectoryStream<Path> marks = Files.newDirectoryStream(data.run(), "*" + MARK_SUFFIX)) {
            for (Path mark : marks) {
                String file = mark.getFileName().toString();
                names.add(file.substring(0, file.length() - MARK_SUFFIX.length()));
            }
        }
        return names;
    }

    private ProcessStatus status(String name, boolean supervisorLives, Optional<Supervised> entry) throws IOException {
        Optional<Mark> mark = Mark.read(data, name);
        long pid = supervisorLives && entry.isPresent()
                ? entry.get().pid()
                : mark.map(Mark::pid).orElse(0L);
        Optional<Usage> usage = processes.usage(pid);
        // A process that has just been started has not replaced the mark of the one before.
        Optional<Mark> own = mark.filter(found -> found.pid() == pid);
        Optional<Long> heartbeatAge =
                own.filter(alive -> usage.isPresent()).map(found -> clock.nanos() - found.heartbeat());
        LifeState state =
                new Verdict(supervisorLives ? entry : Optional.empty(), own, usage.isPresent(), heartbeatAge).state();
        // One that is absent has ended, and its mark says why.
        Optional<String> condition = (state == LifeState.ABSENT ? mark : own.filter(alive -> usage.isPresent()))
                .map(Mark::condition)
                .filter(text -> !text.isEmpty());
        return new ProcessStatus(name, state, usage.isPresent() ? pid : 0, usage, heartbeatAge, entry, condition, mark);
    }
}
