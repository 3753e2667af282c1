package io.hostpulse.collector.source.gpu;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.collector.source.SourceType;
import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;
import java.util.List;

/** The source {@code gpu}, with {@code backends}, {@code cards}, {@code processes}, {@code pcie} and {@code library}. */
public final class GpuSourceType implements SourceType {

    /** Makes the kind; it holds nothing. */
    public GpuSourceType() {}

    @Override
    public String name() {
        return "gpu";
    }

    @Override
    public Duration defaultInterval() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Opener configure(ConfigNode options) {
        GpuOptions checked = GpuOptions.from(options);
        return context -> open(GpuHost.current(), checked);
    }

    static Source open(GpuHost host, GpuOptions options) throws SourceAbsentException {
        BackendSearch search = new BackendSearch(host, options);
        List<GpuBackend> backends = search.search();
        if (backends.isEmpty()) {
            throw new SourceAbsentException("no GPU found: " + search.summary());
        }
        return new GpuSource(backends, options);
    }
}
