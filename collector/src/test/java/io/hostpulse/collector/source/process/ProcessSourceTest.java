package io.hostpulse.collector.source.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessSourceTest {

    private static final ProcessOptions DEFAULTS =
            new ProcessOptions(2, List.of(), List.of(), Set.of(), List.of(), true, List.of());

    @TempDir
    private Path folder;

    private ProcTree proc;

    @BeforeEach
    void make() throws IOException {
        proc = new ProcTree(folder);
        proc.process(1).named("init").parent(0).pages(100).write();
        proc.process(7).named("worker").ticks(1000).threads(4).pages(50).write();
        proc.process(8).named("idler").ticks(99_999).state('I').pages(5).write();
    }

    @Test
    void listsTheLargestByCpuAndByMemory() throws Exception {
        ProcessSource source = open(DEFAULTS);
        proc.process(7).named("worker").ticks(1250).threads(4).pages(50).write();
        proc.passSeconds(5);
        Fields fields = read(source);

        assertThat(names(fields, "top_cpu")).containsExactly("worker", "init");
        assertThat(names(fields, "top_memory")).containsExactly("init", "worker");
        Fields worker = element(fields, "top_cpu", 0);
        assertThat(worker.get("cpu_percent")).contains(new Value.Real(50));
        assertThat(worker.get("memory")).contains(new Value.Whole(50 * 4096));
        assertThat(worker.get("memory_percent")).contains(new Value.Real(0.02));
        assertThat(worker.get("user")).contains(new Value.Text("www-data"));
        assertThat(worker.get("command")).contains(new Value.Text("a --password=***"));
        assertThat(worker.get("open_files")).contains(new Value.Whole(0));
        assertThat(worker.get("start_time")).contains(new Value.Text("2026-11-21T01:59:03Z"));
    }

    @Test
    void countsByState() throws Exception {
        Fields fields = read(open(DEFAULTS));
        assertThat(fields.get("total")).contains(new Value.Whole(3));
        assertThat(fields.get("threads")).contains(new Value.Whole(6));
        Fields states = (Fields) fields.get("states").orElseThrow();
        assertThat(states.get("sleeping")).contains(new Value.Whole(2));
        assertThat(states.get("idle")).contains(new Value.Whole(1));
        assertThat(states.get("zombie")).contains(new Value.Whole(0));
    }

    @Test
    void neverComparesTwoProcessesThatHadTheSameNumber() throws Exception {
        ProcessSource source = open(DEFAULTS);
        proc.passSeconds(5);
        // Started 2 s ago, so all of its 100 ticks fall into the 5 s.
        proc.process(8).named("other").startedAt(100_300).ticks(100).write();
        // Started long ago and not seen then: nobody knows how much of it is new.
        proc.process(9).named("hidden").startedAt(600).ticks(90_000).write();
        Fields fields = read(source);

        assertThat(element(fields, "top_cpu", 0).get("name")).contains(new Value.Text("other"));
        assertThat(element(fields, "top_cpu", 0).get("cpu_percent")).contains(new Value.Real(20));
        assertThat(names(fields, "top_cpu")).doesNotContain("hidden");
    }

    @Test
    void takesNoShareOfATimeThatIsShorterThanItsTicks() throws Exception {
        ProcessSource source = open(DEFAULTS);
        proc.passSeconds(0.01);
        assertThat(element(read(source), "top_cpu", 0).get("cpu_percent").orElseThrow())
                .isInstanceOf(Value.Missing.class);
    }

    @Test
    void hasRatesOfWhatWasListedBeforeAndIsTheSameProcess() throws Exception {
        ProcessSource source = open(DEFAULTS);
        proc.io(1, 1000, 0);
        proc.io(7, 1000, 0);
        read(source);
        proc.passSeconds(2);
        proc.io(1, 3000, 500);
        proc.process(7).named("worker").startedAt(100_100).pages(50).write();
        proc.io(7, 9000, 0);
        Fields fields = read(source);

        assertThat(element(fields, "top_memory", 0).get("read_bytes_per_sec")).contains(new Value.Real(1000));
        assertThat(element(fields, "top_memory", 0).get("write_bytes_per_sec")).contains(new Value.Real(250));
        assertThat(element(fields, "top_memory", 1).get("read_bytes_per_sec").orElseThrow())
                .isInstanceOf(Value.Missing.class);
    }

    @Test
    void saysWhatIsNotPermitted() throws Exception {
        ProcessSource source = open(DEFAULTS, file -> file.matches("io|fd") ? "denied" : file);
        Fields init = element(read(source), "top_memory", 0);
        assertThat(init.get("open_files")).contains(new Value.Missing("not permitted"));
        assertThat(init.get("read_bytes_per_sec")).contains(new Value.Missing("not permitted"));
    }

    @Test
    void countsProcessesThatHideEverything() throws Exception {
        Fields fields = read(open(DEFAULTS, file -> "denied"));
        assertThat(fields.get("total")).contains(new Value.Whole(3));
        assertThat(fields.get("unreadable")).contains(new Value.Whole(3));
        assertThat(fields.get("threads")).contains(new Value.Whole(0));
    }

    @Test
    void leavesOutWhatEndsBetweenTheListAndTheRead() throws Exception {
        Fields fields = read(open(DEFAULTS, file -> "ended"));
        assertThat(fields.get("total")).contains(new Value.Whole(0));
        assertThat(names(fields, "top_cpu")).isEmpty();
    }

    @Test
    void listsWhatEndsBeforeTheCloserLookWithWhatIsKnown() throws Exception {
        Fields fields = read(open(DEFAULTS, file -> file.equals("stat") ? file : "ended"));
        Fields init = element(fields, "top_memory", 0);
        assertThat(init.get("name")).contains(new Value.Text("init"));
        assertThat(init.get("user")).contains(new Value.Missing("it ended before it was looked at closely"));
        assertThat(init.get("command")).contains(new Value.Missing("it ended before it was looked at closely"));
    }

    @Test
    void listsZombiesWithTheirParents() throws Exception {
        proc.process(20).named("dead").state('Z').parent(7).startedAt(40_000).write();
        proc.process(21).named("lost").state('Z').parent(4242).write();
        Fields fields = read(open(DEFAULTS));

        Fields dead = element(fields, "zombies", 0);
        assertThat(dead.get("parent_pid")).contains(new Value.Whole(7));
        assertThat(dead.get("parent_name")).contains(new Value.Text("worker"));
        assertThat(dead.get("age_seconds")).contains(new Value.Whole(600));
        assertThat(element(fields, "zombies", 1).get("parent_name").orElseThrow())
                .isInstanceOf(Value.Missing.class);
    }

    @Test
    void listsNoMoreZombiesThanFitAndCountsThemAll() throws Exception {
        for (int pid = 100; pid < 180; pid++) {
            proc.process(pid).state('Z').write();
        }
        Fields fields = read(open(DEFAULTS));
        assertThat(((Value.Sequence) fields.get("zombies").orElseThrow()).values())
                .hasSize(50);
        assertThat(((Fields) fields.get("states").orElseThrow()).get("zombie")).contains(new Value.Whole(80));
    }

    @Test
    void filtersTheListsAndNotTheCounts() throws Exception {
        proc.process(9).named("guest").pages(70).write();
        Files.writeString(folder.resolve("9/status"), "Name:\ta\nUid:\t5\t5\t5\t5\n");
        ProcessSource source = open(new ProcessOptions(
                5, List.of("*o*", "i*", "guest"), List.of("idl*"), Set.of("www-data"), List.of(), true, List.of()));
        Fields fields = read(source);
        assertThat(names(fields, "top_memory")).containsExactly("init", "worker");
        assertThat(fields.get("total")).contains(new Value.Whole(4));
    }

    @Test
    void watchesNamesAlsoWhenNothingHasThem() throws Exception {
        proc.process(9).named("worker").ticks(10).pages(50).write();
        proc.process(10).named("worker").state('Z').pages(0).write();
        ProcessSource source =
                open(new ProcessOptions(1, List.of(), List.of(), Set.of(), List.of("work*", "sshd"), true, List.of()));
        proc.process(9).named("worker").ticks(110).pages(50).write();
        proc.passSeconds(10);
        Fields fields = read(source);

        Fields workers = element(fields, "watched", 0);
        assertThat(workers.get("count")).contains(new Value.Whole(2));
        assertThat(workers.get("threads")).contains(new Value.Whole(5));
        assertThat(workers.get("cpu_percent")).contains(new Value.Real(10));
        assertThat(workers.get("memory")).contains(new Value.Whole(100 * 4096));
        Fields none = element(fields, "watched", 1);
        assertThat(none.get("count")).contains(new Value.Whole(0));
        assertThat(none.get("cpu_percent")).contains(new Value.Real(0));
        assertThat(none.get("memory_percent")).contains(new Value.Real(0));
    }

    @Test
    void completesNamesThatTheKernelCutOff() throws Exception {
        proc.process(7).named("a-program-with-").pages(500).write();
        proc.cmdline(7, "/opt/x/a-program-with-a-long-name --token=x\0");
        proc.process(8).named("another-long-na").pages(400).write();
        proc.cmdline(8, "something else\0");
        assertThat(names(read(open(DEFAULTS)), "top_memory"))
                .containsExactly("a-program-with-a-long-name", "another-long-na");
    }

    @Test
    void saysThatThreadsOfTheKernelHaveNoCommandLine() throws Exception {
        proc.process(2).named("kthreadd").kernelThread().pages(900).write();
        assertThat(element(read(open(DEFAULTS)), "top_memory", 0).get("command"))
                .contains(new Value.Missing("a kernel thread has no command line"));
    }

    private ProcessSource open(ProcessOptions options) throws IOException {
        return open(options, file -> file);
    }

    /** What a file is turned into says how reading it ends. */
    private ProcessSource open(ProcessOptions options, UnaryOperator<String> fate) throws IOException {
        ProcFiles files = proc.files();
        ProcFiles fateful = new ProcFiles() {
            @Override
            public int[] pids() throws IOException {
                return files.pids();
            }

            @Override
            public int read(int pid, String file, byte[] buffer) throws IOException {
                meet(fate.apply(file));
                return files.read(pid, file, buffer);
            }

            @Override
            public int count(int pid, String file) throws IOException {
                meet(fate.apply(file));
                return files.count(pid, file);
            }
        };
        return new ProcessSource(proc.open(fateful), options, ProcTree.COMMAND_LINE);
    }

    private static void meet(String fate) throws IOException {
        switch (fate) {
            case "ended" -> throw new NoSuchFileException(fate);
            case "denied" -> throw new AccessDeniedException(fate);
            default -> {}
        }
    }

    private static Fields read(ProcessSource source) throws IOException {
        return ((Reading.Ok) source.read()).fields();
    }

    private static Fields element(Fields fields, String list, int index) {
        return (Fields)
                ((Value.Sequence) fields.get(list).orElseThrow()).values().get(index);
    }

    private static List<String> names(Fields fields, String list) {
        return ((Value.Sequence) fields.get(list).orElseThrow())
                .values().stream()
                        .map(each -> ((Value.Text) ((Fields) each).get("name").orElseThrow()).value())
                        .toList();
    }
}
