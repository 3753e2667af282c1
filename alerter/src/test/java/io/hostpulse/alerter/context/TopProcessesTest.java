package io.hostpulse.alerter.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.AlertContext.TopProcess;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Fields;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopProcessesTest {

    private static final String RECORD = """
            {"top_cpu":[
              {"pid":1,"name":"busy","user":"ann","cpu_percent":187.54,"memory":1048576,"read_bytes_per_sec":null,"write_bytes_per_sec":null},
              {"pid":2,"name":"half","user":null,"cpu_percent":50.0,"memory":3435973837,"read_bytes_per_sec":1024.0,"write_bytes_per_sec":null},
              {"pid":3,"name":"idle","user":"bob","cpu_percent":0.0,"memory":1,"read_bytes_per_sec":0.0,"write_bytes_per_sec":0.0},
              {"pid":4,"name":"new","user":"bob","cpu_percent":null,"memory":2}],
             "top_memory":[
              {"pid":2,"name":"half","user":null,"cpu_percent":50.0,"memory":3435973837,"read_bytes_per_sec":1024.0,"write_bytes_per_sec":null},
              {"pid":5,"name":"database","user":"db","cpu_percent":1.0,"memory":2147483648,"read_bytes_per_sec":5242880.0,"write_bytes_per_sec":1048576}]}
            """;

    private static TopProcesses of(String record) {
        Fields fields = new PayloadReader().read(record.getBytes(StandardCharsets.UTF_8));
        return new TopProcesses(fields);
    }

    @Test
    void listsByProcessorTimeThoseThatUsedSome() {
        assertThat(of(RECORD).of(Shortage.PROCESSOR))
                .containsExactly(
                        new TopProcess(1, "busy", "ann", "187.5 % CPU"),
                        new TopProcess(2, "half", "?", "50.0 % CPU"),
                        new TopProcess(5, "database", "db", "1.0 % CPU"));
    }

    @Test
    void listsFiveAtMost() {
        assertThat(of(RECORD).of(Shortage.MEMORY))
                .extracting(TopProcess::use)
                .containsExactly("3.2 GB", "2.0 GB", "1.0 MB", "2 B", "1 B");
        String many = RECORD.replace("\"top_memory\":[", "\"top_memory\":[{\"pid\":6,\"memory\":9},");
        assertThat(of(many).of(Shortage.MEMORY)).hasSize(5);
    }

    @Test
    void listsByDiskTrafficWithoutInventingWhatIsNotTold() {
        assertThat(of(RECORD).of(Shortage.IO))
                .containsExactly(
                        new TopProcess(5, "database", "db", "5.0 MB/s read, 1.0 MB/s written"),
                        new TopProcess(2, "half", "?", "1.0 KB/s read, unknown written"));
    }

    @Test
    void anEmptyRecordHasNone() {
        assertThat(of("{}").of(Shortage.PROCESSOR)).isEmpty();
        assertThat(of("{\"top_cpu\":7,\"top_memory\":[7]}").of(Shortage.PROCESSOR))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "processor, processor.load_1m, PROCESSOR",
        "memory, memory.swap.percentage, MEMORY",
        "disk, disk.mounts[*].percentage, IO",
        "system, system.pressure.cpu.some.avg10, PROCESSOR",
        "system, system.pressure.memory.full.avg10, MEMORY",
        "system, system.pressure.io.some.avg10, IO",
        "system, system.uptime_seconds, ",
        "network, network.interfaces[*].errors_in_per_sec, "
    })
    void knowsWhatIsShort(String stream, String metric, Shortage expected) {
        assertThat(Shortage.of(stream, metric).orElse(null)).isEqualTo(expected);
    }
}
