package io.hostpulse.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.collector.source.SourceContext;
import io.hostpulse.collector.source.SourceType;
import io.hostpulse.collector.source.TimeLimit;
import io.hostpulse.common.config.QueueSettings;
import io.hostpulse.common.config.SourceSettings;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.common.process.ProcessFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private static final Source SOURCE = () -> new Reading.Ok(Fields.NONE);

    private static final SourceContext CONTEXT = new SourceContext(new DataDirectory(Path.of("data")), () -> 0);

    private final Opening patient = new Opening(new TimeLimit(Duration.ofMinutes(1)));

    @Test
    void givesTheSourceThatWasOpened() {
        assertThat(patient.open(source(context -> SOURCE), CONTEXT)).isSameAs(SOURCE);
    }

    @Test
    void givesUpOnADriverThatHangsAndSaysWhatToDo() {
        CountDownLatch never = new CountDownLatch(1);
        Opening hurried = new Opening(new TimeLimit(Duration.ofMillis(1)));
        assertThatThrownBy(() -> hurried.open(source(context -> blocked(never)), CONTEXT))
                .isInstanceOfSatisfying(ProcessFailure.class, failure -> assertThat(failure.exitCode())
                        .isEqualTo(ExitCode.TEMPORARY))
                .hasMessageContaining("source 'gpu' could not be opened within")
                .hasMessageContaining("its driver hangs")
                .hasMessageContaining("sources.gpu.enabled: false");
        never.countDown();
    }

    @Test
    void saysThatThereIsNoSuchHardware() {
        assertThatThrownBy(() -> patient.open(
                        source(context -> {
                            throw new SourceAbsentException("no GPU found");
                        }),
                        CONTEXT))
                .isInstanceOfSatisfying(ProcessFailure.class, failure -> assertThat(failure.exitCode())
                        .isEqualTo(ExitCode.ABSENT))
                .hasMessage("no GPU found");
    }

    @Test
    void passesADefectOn() {
        assertThatThrownBy(() -> patient.open(
                        source(context -> {
                            throw new IllegalArgumentException("a defect");
                        }),
                        CONTEXT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> patient.open(
                        source(context -> {
                            throw new NoClassDefFoundError("com/sun/jna/Native");
                        }),
                        CONTEXT))
                .isInstanceOf(NoClassDefFoundError.class);
    }

    private static Source blocked(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return SOURCE;
    }

    private static ConfiguredSource source(SourceType.Opener opener) {
        return new ConfiguredSource(
                SourceSettings.read("gpu", Options.of().node(), Duration.ofSeconds(2)), QueueSettings.DEFAULTS, opener);
    }
}
