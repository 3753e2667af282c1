package io.hostpulse.collector.source.gpu;

import io.hostpulse.collector.source.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The source {@code gpu} on a host that has cards, for the tests of what all sources have in common. */
public final class GpuFixture {

    private GpuFixture() {}

    /** Opens it with what nvidia-smi wrote of two cards, one of which is divided into instances. */
    public static Source open(Path folder) throws Exception {
        return GpuSourceType.open(
                host(
                        folder,
                        Optional.of(FakeSmi.in(folder, FakeSmi.prints("driver-580-v13.xml"))
                                .script())),
                Cards.ALL);
    }

    /** A host that has no card, and perhaps nvidia-smi. */
    static GpuHost host(Path folder, Optional<Path> smi) {
        Path sys = folder.resolve("sys");
        return new GpuHost(
                "libnvidia-nowhere.so.1", smi, Duration.ofSeconds(30), new FakeSysfs(sys).bus(), sys, System::nanoTime);
    }
}
