package io.hostpulse.collector.source.system.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.system.Groups;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PressureTest {

    private static final String SOME = "some avg10=20.61 avg60=9.28 avg300=3.66 total=";

    @TempDir
    Path proc;

    private final AtomicLong clock = new AtomicLong();

    @Test
    void readsACapturedTree() {
        Fields fields = Groups.read(KernelFields.pressure(Path.of("src/test/resources/proc"), clock::get));
        for (String resource : new String[] {"cpu", "memory", "io"}) {
            assertThat(Groups.at(fields, "pressure." + resource + ".some.avg10"))
                    .isInstanceOf(Value.Real.class);
            assertThat(Groups.at(fields, "pressure." + resource + ".full.avg300"))
                    .isInstanceOf(Value.Real.class);
        }
    }

    @Test
    void turnsTheTotalIntoMillisecondsOfEverySecond() throws Exception {
        write("cpu", SOME + "1000000\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0\n");
        FieldGroup group = KernelFields.pressure(proc, clock::get);
        Groups.read(group);
        write("cpu", SOME + "2000000\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=500000\n");
        clock.addAndGet(5_000_000_000L);
        Fields fields = Groups.read(group);

        assertThat(Groups.at(fields, "pressure.cpu.some.avg60")).isEqualTo(new Value.Real(9.28));
        assertThat(Groups.at(fields, "pressure.cpu.some.stalled_ms_per_sec")).isEqualTo(new Value.Real(200));
        assertThat(Groups.at(fields, "pressure.cpu.full.stalled_ms_per_sec")).isEqualTo(new Value.Real(100));
        assertThat(Groups.at(fields, "pressure.cpu.full.stalled_seconds_total")).isEqualTo(new Value.Real(0.5));
    }

    @Test
    void doesNotInventWhatKernelsBefore5Point13DoNotTellOfTheProcessor() throws Exception {
        write("cpu", SOME + "1000000\n");
        Fields fields = Groups.read(KernelFields.pressure(proc, clock::get));
        assertThat(Groups.at(fields, "pressure.cpu.some.avg10")).isEqualTo(new Value.Real(20.61));
        assertThat(Groups.reason(Groups.at(fields, "pressure.cpu.full"))).contains("5.13");
    }

    @Test
    void saysThatTheKernelHasNone() {
        Fields fields = Groups.read(KernelFields.pressure(proc, clock::get));
        assertThat(Groups.reason(Groups.at(fields, "pressure.io"))).startsWith("this kernel does not tell it");
    }

    @Test
    void saysThatItCannotBeReadWhereItIsSwitchedOff() throws Exception {
        // With psi=0 the file can be opened and not be read, which a text of another form shows as well.
        write("memory", "Operation not supported\n");
        Fields fields = Groups.read(KernelFields.pressure(proc, clock::get));
        assertThat(Groups.reason(Groups.at(fields, "pressure.memory"))).contains("psi=0");
    }

    private void write(String resource, String content) throws IOException {
        Files.writeString(Files.createDirectories(proc.resolve("pressure")).resolve(resource), content);
    }
}
