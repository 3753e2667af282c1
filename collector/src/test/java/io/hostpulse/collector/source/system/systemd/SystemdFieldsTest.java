package io.hostpulse.collector.source.system.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.system.Groups;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemdFieldsTest {

    private static final long MINUTE = 60_000_000_000L;

    @TempDir
    Path run;

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void areMissingWhereSystemdDoesNotRun() {
        Fields fields = Groups.read(SystemdFields.open(run, clock::get));
        assertThat(Groups.reason(Groups.at(fields, "systemd")))
                .contains(run.resolve("systemd/system").toString());
    }

    @Test
    void areAskedForBetweenReadingsAndAtMostEveryMinute() {
        SystemdFields fields = new SystemdFields(this::units, clock::get);
        assertThat(Groups.at(Groups.read(fields), "systemd")).isInstanceOf(Value.Missing.class);

        fields.prepareNext();
        assertThat(Groups.at(Groups.read(fields), "systemd.failed_count")).isEqualTo(new Value.Whole(1));
        clock.addAndGet(MINUTE - 1);
        fields.prepareNext();
        assertThat(asked).hasValue(1);
        clock.addAndGet(1);
        fields.prepareNext();
        assertThat(asked).hasValue(2);
    }

    @Test
    void nameAtMostFiftyUnitsAndCountAll() {
        SystemdFields fields = new SystemdFields(() -> Collections.nCopies(60, "web@7.service"), clock::get);
        fields.prepareNext();
        Fields read = Groups.read(fields);
        assertThat(Groups.at(read, "systemd.failed_count")).isEqualTo(new Value.Whole(60));
        assertThat(((Value.Sequence) Groups.at(read, "systemd.failed_units")).values())
                .hasSize(50);
    }

    @Test
    void areMissingAndNotNoneWhenTheyCannotBeAsked() {
        SystemdFields fields = new SystemdFields(
                () -> {
                    throw new IOException("no bus");
                },
                clock::get);
        fields.prepareNext();
        assertThat(Groups.reason(Groups.at(Groups.read(fields), "systemd"))).contains("no bus");
    }

    private List<String> units() {
        asked.incrementAndGet();
        return List.of("nginx.service");
    }
}
