package io.hostpulse.collector.source.disk;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.collector.source.SourceType;
import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.collector.source.patience.PatientAsker;
import io.hostpulse.common.config.ConfigNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import oshi.SystemInfo;

/** The source {@code disk}, with {@code paths}, {@code exclude_types}, {@code exclude_mounts} and {@code primary}. */
public final class DiskSourceType implements SourceType {

    private static final LongSupplier CLOCK = System::nanoTime;

    /** How long a filesystem may take to answer; the default interval has room for it. */
    private static final Duration DEADLINE = Duration.ofSeconds(1);

    /** Makes the kind; it holds nothing. */
    public DiskSourceType() {}

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Duration defaultInterval() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Opener configure(ConfigNode options) {
        DiskOptions checked = DiskOptions.from(options, defaultPrimary());
        return context -> open(checked);
    }

    /** The root of the drive on which the program was started, on Windows; everywhere else the root. */
    private static String defaultPrimary() {
        return Platform.current() == Platform.WINDOWS
                ? Path.of("").toAbsolutePath().getRoot().toString()
                : "/";
    }

    private static Source open(DiskOptions options) throws SourceAbsentException {
        return Platform.current() == Platform.LINUX
                ? source(new LinuxDisks(), new StatvfsGauge(), options)
                : source(new OshiDisks(new SystemInfo()), new FileStoreGauge(), options);
    }

    private static Source source(Disks disks, SpaceGauge gauge, DiskOptions options) throws SourceAbsentException {
        DiskMeter meter = new DiskMeter(disks, CLOCK);
        PatientAsker<Space> asker = new PatientAsker<>(gauge::ask, "disk-space", DEADLINE, CLOCK);
        return new DiskSource(disks, new MountSelection(options), asker, meter);
    }
}
