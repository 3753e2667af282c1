package io.hostpulse.collector.source.processor;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.collector.source.SourceType;
import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.common.config.ConfigNode;
import java.io.IOException;
import java.time.Duration;
import oshi.SystemInfo;

/** The source {@code processor}. It has no options of its own. */
public final class ProcessorSourceType implements SourceType {

    /** Makes the kind; it holds nothing. */
    public ProcessorSourceType() {}

    @Override
    public String name() {
        return "processor";
    }

    @Override
    public Duration defaultInterval() {
        return Duration.ofMillis(500);
    }

    @Override
    public Opener configure(ConfigNode options) {
        return context -> open();
    }

    private static Source open() throws SourceAbsentException {
        try {
            return new ProcessorSource(processor());
        } catch (IOException e) {
            throw new SourceAbsentException("the processor's counters cannot be read", e);
        }
    }

    private static Processor processor() throws IOException {
        return Platform.current() == Platform.LINUX
                ? LinuxProcessor.open(System::nanoTime)
                : new OshiProcessor(new SystemInfo().getHardware().getProcessor());
    }
}
