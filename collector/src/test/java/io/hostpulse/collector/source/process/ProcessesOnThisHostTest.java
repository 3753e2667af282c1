package io.hostpulse.collector.source.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.testkit.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
            Await.until("it has worked", () -> hasWorked(processes, busy));
            // However late this thread is woken, the share is between what the kernel counts within and around the
            // measured time.
            Count before = count(busy);
            ProcessMeter meter = new ProcessMeter(processes);
            Count begun = count(busy);
            Await.until("a while", () -> System.nanoTime() - begun.nanos() > A_WHILE);
            Count ending = count(busy);
            ProcessMeter.Measured measured = meter.measure();
            Count after = count(busy);

            List<MeasuredProcess> top = MeasuredProcess.topByCpu(measured.processes(), 20);
            MeasuredProcess found = top.stream()
                    .filter(each -> each.stat().pid() == busy)
                    .findFirst()
                    .orElseThrow();
            assertThat(((Value.Real) found.cpuPercent()).value())
                    .isBetween(
                            percent(ending.ticks() - begun.ticks() - 2, after.nanos() - before.nanos()),
                            percent(after.ticks() - before.ticks() + 2, ending.nanos() - begun.nanos()));
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

    /** User and system time in hundredths of a second, and when they were read. */
    private record Count(double ticks, long nanos) {}

    /** Of a process with a simple name. */
    private static Count count(int pid) throws IOException {
        String[] columns = Files.readString(Path.of("/proc", Integer.toString(pid), "stat"))
                .split(" ", -1);
        return new Count(Double.parseDouble(columns[13]) + Double.parseDouble(columns[14]), System.nanoTime());
    }

    private static double percent(double ticks, long nanos) {
        return ticks * 1e9 / nanos;
    }

    @Test
    void seesAZombieAndWhoShouldAskForIt() throws Exception {
        // The shell becomes a sleep, which asks for no children; the child may end before that or after it.
        int pid = (int) start("sh", "-c", "sleep 0 & exec sleep 60");
        try (Processes processes = OpenProcesses.on(Platform.LINUX, ProcTree.COMMAND_LINE)) {
            Await.until(
                    "its child is a zombie, and it has become a sleep",
                    () -> zombieOf(processes, pid) != null
                            && nameOf(processes, pid).equals("sleep"));
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
}
