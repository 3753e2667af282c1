package io.hostpulse.collector.source.gpu;

import io.hostpulse.collector.source.TimeLimit;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.probe.HardwareProbe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Looks at the cards once, for people who ask whether theirs is seen: the fields of the source, and {@code tried}, which tells
 * what came of each backend. No card is a result as well: {@code count} 0.
 */
public final class GpuProbe implements HardwareProbe {

    /** Longer than nvidia-smi may take, and short enough for somebody who waits. */
    private static final TimeLimit PATIENCE = new TimeLimit(Duration.ofSeconds(15));

    private static final Value NO_CARDS = new Value.Sequence(List.of());

    /** Makes the probe; it holds nothing. */
    public GpuProbe() {}

    @Override
    public String kind() {
        return "gpu";
    }

    @Override
    public Supplier<Reading> configure(ConfigNode options) {
        GpuOptions checked = GpuOptions.from(options);
        return () -> within(PATIENCE, GpuHost.current(), checked);
    }

    static Reading within(TimeLimit patience, GpuHost host, GpuOptions options) {
        try {
            return patience.call("gpu-probe", () -> look(new BackendSearch(host, options), options));
        } catch (TimeoutException e) {
            return new Reading.Failed("the driver of a GPU has not answered within "
                    + patience.limit().toSeconds() + " s: see the kernel's log (dmesg)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reading.Failed("interrupted while GPUs were looked for");
        } catch (Exception e) {
            return new Reading.Failed(e.toString());
        }
    }

    private static Reading look(BackendSearch search, GpuOptions options) {
        List<GpuBackend> backends = search.search();
        if (backends.isEmpty()) {
            return new Reading.Ok(withTried(nothing(), search));
        }
        try (GpuSource source = new GpuSource(backends, options)) {
            Reading reading = source.read();
            return reading instanceof Reading.Ok ok ? new Reading.Ok(withTried(ok.fields(), search)) : reading;
        }
    }

    private static Fields nothing() {
        return Fields.builder()
                .put("count", 0)
                .missing("backend", "no GPU found")
                .put("gpus", NO_CARDS)
                .build();
    }

    private static Fields withTried(Fields fields, BackendSearch search) {
        Fields.Builder all =
                Fields.builder().put("available", !fields.get("gpus").equals(Optional.of(NO_CARDS)));
        fields.values().forEach(all::put);
        List<Value> tried = search.tried().entrySet().stream()
                .<Value>map(entry -> Fields.builder()
                        .put("backend", entry.getKey().word())
                        .put("result", entry.getValue())
                        .build())
                .toList();
        return all.put("tried", tried).build();
    }
}
