package io.hostpulse.collector.source.process;

import io.hostpulse.collector.source.text.TextCursor;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Reads processes from /proc: one small file for each, four more and a folder for those that are looked at closely. */
final class LinuxProcesses implements Processes {

    /** Why something of a process is not told to this user. */
    static final String NOT_PERMITTED = "not permitted";

    private static final Value NO_COMMAND_OF_KERNEL = new Value.Missing("a kernel thread has no command line");

    private final ProcFiles files;
    private final HostFiles host;
    private final StatLine stat;
    private final UserNames users;
    private final KnownCommands commands;
    private final LongSupplier nanoTime;
    private final FullNames names;
    private final byte[] line = new byte[2048];
    private final byte[] page = new byte[8192];

    /** Four times what is shown of a command line, because hiding secrets makes it shorter. */
    private final byte[] command = new byte[4 * CommandLine.LONGEST];

    /**
     * Reads through what is given.
     *
     * @param files the processes' folders
     * @param host what numbers relate to
     * @param units what the kernel counts in
     * @param users names accounts
     * @param commandLine what is told of command lines
     * @param nanoTime a clock that never goes back
     */
    LinuxProcesses(
            ProcFiles files,
            HostFiles host,
            KernelUnits units,
            UserNames users,
            CommandLine commandLine,
            LongSupplier nanoTime) {
        this.files = files;
        this.host = host;
        this.stat = new StatLine(units);
        this.users = users;
        this.commands = new KnownCommands(commandLine);
        this.nanoTime = nanoTime;
        this.names = new FullNames(files);
    }

    @Override
    public Census census() throws IOException {
        users.refresh();
        names.begin();
        commands.begin();
        Census.Moment moment = host.read();
        long begun = nanoTime.getAsLong();
        int[] pids = files.pids();
        List<ProcessStat> found = new ArrayList<>(pids.length);
        int unreadable = 0;
        for (int pid : pids) {
            try {
                read(pid).map(names::complete).ifPresent(found::add);
            } catch (AccessDeniedException e) {
                // The system hides the processes of others (hidepid): that they are there is all that can be told.
                unreadable++;
            }
        }
        return new Census(found, unreadable, moment, begun);
    }

    /** Nothing when it has ended since it was listed. */
    private Optional<ProcessStat> read(int pid) throws IOException {
        try {
            int length = files.read(pid, "stat", line);
            return length == 0 ? Optional.empty() : Optional.of(stat.parse(line, length, nanoTime.getAsLong()));
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Details> details(ProcessStat process) {
        try {
            Details details = new Details(user(process), command(process), openFiles(process), io(process));
            // A number that was given to another process meanwhile would mix the two.
            return read(process.pid()).filter(process::isSameAs).map(same -> details);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Value user(ProcessStat process) throws NoSuchFileException {
        return value(() -> new Value.Text(users.of(effectiveUser(text(process, "status")))));
    }

    /** The second number: with those rights it acts. */
    private static long effectiveUser(TextCursor status) throws IOException {
        for (; !status.atEnd(); status.nextLine()) {
            if (status.accept("Uid:")) {
                status.number();
                return status.number();
            }
        }
        throw status.malformed("a line Uid");
    }

    private Optional<Value> command(ProcessStat process) throws NoSuchFileException {
        if (!commands.areWanted()) {
            return Optional.empty();
        }
        return Optional.of(process.kernelThread() ? NO_COMMAND_OF_KERNEL : value(() -> commandText(process)));
    }

    private Value commandText(ProcessStat process) throws IOException {
        return commands.of(process, command, files.read(process.pid(), "cmdline", command));
    }

    private Value openFiles(ProcessStat process) throws NoSuchFileException {
        return value(() -> new Value.Whole(files.count(process.pid(), "fd")));
    }

    private IoCounters io(ProcessStat process) throws NoSuchFileException {
        try {
            return IoCounters.parse(text(process, "io"), nanoTime.getAsLong());
        } catch (NoSuchFileException ended) {
            throw ended;
        } catch (IOException e) {
            return IoCounters.unknown(reason(e));
        }
    }

    private TextCursor text(ProcessStat process, String file) throws IOException {
        return new TextCursor(file, page, files.read(process.pid(), file, page));
    }

    private interface Question {
        Value ask() throws IOException;
    }

    private static Value value(Question question) throws NoSuchFileException {
        try {
            return question.ask();
        } catch (NoSuchFileException ended) {
            throw ended;
        } catch (IOException e) {
            return new Value.Missing(reason(e));
        }
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException ? NOT_PERMITTED : "it cannot be read: " + e.getMessage();
    }

    @Override
    public void close() {
        host.close();
    }
}
