package io.hostpulse.collector.source.system.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.measure.Rate;
import io.hostpulse.collector.source.system.Groups;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelFieldsTest {

    private static final Path CAPTURED = Path.of("src/test/resources/proc");
    private static final long TWO_SECONDS = 2_000_000_000L;

    @TempDir
    Path proc;

    private final AtomicLong clock = new AtomicLong();

    @Test
    void readACapturedTree() {
        FieldGroup group = open(CAPTURED);
        Groups.read(group);
        clock.addAndGet(TWO_SECONDS);
        Fields fields = Groups.read(group);

        assertThat(((Fields) Groups.at(fields, "kernel")).values().values()).noneMatch(Value.Missing.class::isInstance);
        assertThat(Groups.at(fields, "kernel.context_switches_per_sec")).isEqualTo(new Value.Real(0));
        assertThat(Groups.at(fields, "kernel.tasks_runnable")).isEqualTo(new Value.Whole(1));
        assertThat(Groups.at(fields, "kernel.oom_kills")).isEqualTo(new Value.Whole(0));
        assertThat(Groups.at(fields, "kernel.entropy_available")).isEqualTo(new Value.Whole(256));
        assertThat(Groups.at(fields, "kernel.pids_max")).isEqualTo(new Value.Whole(32768));
    }

    @Test
    void turnCountersIntoRates() throws Exception {
        write("stat", "cpu  1 2\nintr 100 7 7 7\nctxt 1000\nbtime 5\nprocesses 50\nsoftirq 10 1 2\n");
        write("vmstat", "pgfault 500\npgmajfault 100\npswpin 1\npswpout 2\noom_kill 0\n");
        FieldGroup group = open(proc);
        Groups.read(group);
        write("stat", "cpu  1 2\nintr 300 7 7 7\nctxt 4000\nbtime 5\nprocesses 60\nsoftirq 12 1 2\n");
        write("vmstat", "pgfault 640\npgmajfault 120\npswpin 5\npswpout 4\noom_kill 2\n");
        clock.addAndGet(TWO_SECONDS);
        Fields fields = Groups.read(group);

        assertThat(Groups.at(fields, "kernel.interrupts_per_sec")).isEqualTo(new Value.Real(100));
        assertThat(Groups.at(fields, "kernel.context_switches_per_sec")).isEqualTo(new Value.Real(1500));
        assertThat(Groups.at(fields, "kernel.context_switches_total")).isEqualTo(new Value.Whole(4000));
        assertThat(Groups.at(fields, "kernel.soft_interrupts_per_sec")).isEqualTo(new Value.Real(1));
        assertThat(Groups.at(fields, "kernel.forks_per_sec")).isEqualTo(new Value.Real(5));
        assertThat(Groups.at(fields, "kernel.page_faults_major_per_sec")).isEqualTo(new Value.Real(10));
        assertThat(Groups.at(fields, "kernel.page_faults_minor_per_sec")).isEqualTo(new Value.Real(60));
        assertThat(Groups.at(fields, "kernel.pages_swapped_in_per_sec")).isEqualTo(new Value.Real(2));
        assertThat(Groups.at(fields, "kernel.pages_swapped_out_per_sec")).isEqualTo(new Value.Real(1));
        assertThat(Groups.at(fields, "kernel.oom_kills")).isEqualTo(new Value.Whole(2));
        assertThat(Groups.at(fields, "kernel.oom_kills_per_sec")).isEqualTo(new Value.Real(1));
    }

    @Test
    void areUnknownWhenACounterGoesBackwards() throws Exception {
        write("stat", "ctxt 1000\n");
        FieldGroup group = open(proc);
        Groups.read(group);
        write("stat", "ctxt 10\n");
        clock.addAndGet(TWO_SECONDS);
        assertThat(Groups.at(Groups.read(group), "kernel.context_switches_per_sec"))
                .isEqualTo(new Value.Missing(Rate.WENT_BACKWARDS));
    }

    @Test
    void saysWhichFileIsMissingAndReadTheOthers() throws Exception {
        write("sys/fs/file-nr", "710\t10\t2466170\n");
        Fields fields = Groups.read(open(proc));

        assertThat(Groups.reason(Groups.at(fields, "kernel.interrupts_per_sec")))
                .contains("stat");
        assertThat(Groups.reason(Groups.at(fields, "kernel.oom_kills"))).contains("vmstat");
        assertThat(Groups.reason(Groups.at(fields, "kernel.entropy_available"))).contains("entropy_avail");
        assertThat(Groups.reason(Groups.at(fields, "kernel.pids_percentage"))).contains("loadavg");
        assertThat(Groups.at(fields, "kernel.file_handles_used")).isEqualTo(new Value.Whole(700));
        assertThat(Groups.at(fields, "kernel.file_handles_percentage")).isEqualTo(new Value.Real(0.03));
    }

    @Test
    void saysWhatAnOldKernelDoesNotCount() throws Exception {
        write("vmstat", "pgfault 500\npgmajfault 100\n");
        Fields fields = Groups.read(open(proc));
        assertThat(Groups.reason(Groups.at(fields, "kernel.oom_kills"))).isEqualTo("this system does not count it");
    }

    @Test
    void quoteALineThatWasCutOff() throws Exception {
        write("stat", "ctxt 10");
        assertThat(Groups.reason(Groups.at(Groups.read(open(proc)), "kernel.context_switches_per_sec")))
                .contains("found 'ctxt 10'");
    }

    private FieldGroup open(Path root) {
        return KernelFields.kernel(root, new StatNumbers(root), clock::get);
    }

    private void write(String file, String content) throws IOException {
        Path path = proc.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
