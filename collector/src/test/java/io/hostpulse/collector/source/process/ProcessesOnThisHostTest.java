package io.hostpulse.collector.source.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.EpochClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import oshi.SystemInfo;

/** Real processes, which end with the test, or by themselves if the test is killed. */
@Timeout(60)
class ProcessesOnThisHostTest {

    private static final long A_WHILE = 700_000_000L;

    private Process child;

    @BeforeEach
    void onlyOnLinux() {
        assumeTrue(Platform.current() == Platform.LINUX);
    }

    @AfterEach
    void end() throws InterruptedException {
        if (child != null) {
            child.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private long start(String... command) throws IOException {
        child = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        return child.pid();
    }

    @Test
    void findsABusyProcessAtTheTopWithTheTimeThatTheKernelCounts() throws Exception {
        int busy = (int) start("sh", "-c", "i=0; while [ $i -lt 20000000 ]; do i=$((i+1)); done");
        try (Processes processes = OpenProcesses.on(Platform.LINUX, ProcTree.COMMAND_LINE)) {
            await(() -> hasWorked(processes, busy));
            ProcessMeter meter = new ProcessMeter(processes);
            double ticks = ticks(busy);
            long begun = System.nanoTime();
            await(() -> System.nanoTime() - begun > A_WHILE);
            ProcessMeter.Measured measured = meter.measure();
            double expected = (ticks(busy) - ticks) * 1e9 / (System.nanoTime() - begun);

            List<MeasuredProcess> top = MeasuredProcess.topByCpu(measured.processes(), 20);
            MeasuredProcess found = top.stream()
                    .filter(each -> each.stat().pid() == busy)
                    .findFirst()
                    .orElseThrow();
            assertThat(((Value.Real) found.cpuPercent()).value()).isCloseTo(expected, within(15.0));
        }
    }

    private static boolean hasWorked(Processes processes, int pid) {
        try {
            return processes.census().processes().stream()
                    .anyMatch(process -> process.pid() == pid && process.cpuNanos() > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** User and system time of a process with a simple name, in hundredths of a second, which are percent of a second. */
    private static double ticks(int pid) throws IOException {
        String[] columns = Files.readString(Path.of("/proc", Integer.toString(pid), "stat"))
                .split(" ", -1);
        return Double.parseDouble(columns[13]) + Double.parseDouble(columns[14]);
    }

    @Test
    void seesAZombieAndWhoShouldAskForIt() throws Exception {
        // The shell becomes a sleep, which asks for no children; the child may end before that or after it.
        int pid = (int) start("sh", "-c", "sleep 0 & exec sleep 60");
        try (Processes processes = OpenProcesses.on(Platform.LINUX, ProcTree.COMMAND_LINE)) {
            await(() ->
                    zombieOf(processes, pid) != null && nameOf(processes, pid).equals("sleep"));
            Census census = processes.census();
            assertThat(new Zombies(census, census.byPid()).list()).anySatisfy(zombie -> {
                assertThat(zombie.get("parent_pid")).contains(new Value.Whole(pid));
                assertThat(zombie.get("name")).contains(new Value.Text("sleep"));
                assertThat(zombie.get("parent_name")).contains(new Value.Text("sleep"));
            });
        }
    }

    private static String nameOf(Processes processes, int pid) {
        try {
            return processes.census().byPid().get(pid).name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessStat zombieOf(Processes processes, int parent) {
        try {
            return processes.census().processes().stream()
                    .filter(each -> each.parentPid() == parent && each.state() == ProcessState.ZOMBIE)
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void readsThisProcessAsItIs() throws Exception {
        try (Processes processes = OpenProcesses.on(Platform.LINUX, ProcTree.COMMAND_LINE)) {
            ProcessStat self = self(processes);
            ProcessHandle handle = ProcessHandle.current();
            assertThat(self.name()).isEqualTo("java");
            assertThat(self.parentPid())
                    .isEqualTo((int) handle.parent().orElseThrow().pid());
            assertThat(processes.census().startOf(self))
                    .isBetween(
                            handle.info().startInstant().orElseThrow().minusSeconds(2),
                            handle.info().startInstant().orElseThrow().plusSeconds(2));
            Details details = processes.details(self).orElseThrow();
            assertThat(details.user()).isEqualTo(new Value.Text(System.getProperty("user.name")));
            assertThat(details.openFiles()).isInstanceOf(Value.Whole.class);
            assertThat(details.command().orElseThrow()).isInstanceOf(Value.Text.class);
        }
    }

    private static ProcessStat self(Processes processes) throws IOException {
        return processes.census().processes().stream()
                .filter(each -> each.pid() == ProcessHandle.current().pid())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isReadThroughOshiAlike() throws Exception {
        Processes oshi =
                new OshiProcesses(new SystemInfo(), ProcTree.COMMAND_LINE, EpochClock.SYSTEM, System::nanoTime);
        ProcessStat theirs = self(oshi);
        try (Processes processes = OpenProcesses.on(Platform.LINUX, ProcTree.COMMAND_LINE)) {
            ProcessStat ours = self(processes);
            assertThat(theirs.name()).isEqualTo(ours.name());
            assertThat(theirs.parentPid()).isEqualTo(ours.parentPid());
            assertThat((double) theirs.memory()).isCloseTo((double) ours.memory(), within(0.2 * ours.memory()));
            assertThat((double) theirs.cpuNanos()).isCloseTo((double) ours.cpuNanos(), within(2e9));
        }
        assertThat(oshi.details(theirs).orElseThrow().command()).isPresent();
        assertThat(oshi.user(theirs)).isEqualTo(new Value.Text(System.getProperty("user.name")));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 20 s").isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
