package io.hostpulse.exporter.plugin;

import io.hostpulse.common.plugin.PluginInstance;
import io.hostpulse.common.text.Line;
import io.hostpulse.common.text.Printable;
import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A plugin's sink, of which only what the contract allows comes through. Used by one thread. */
final class PluginSink implements Sink {

    private static final int LONGEST_REASON = 400;

    private final PluginInstance<Sink> plugin;

    PluginSink(Path jar, Supplier<Sink> opening) {
        plugin = new PluginInstance<>(jar, opening);
    }

    @Override
    public SinkOutcome write(Batch batch) {
        return attempt(sink -> sink.write(batch));
    }

    @Override
    public SinkOutcome flush() {
        return plugin.isOpen() ? attempt(Sink::flush) : SinkOutcome.WRITTEN;
    }

    @Override
    public SinkOutcome tick(long now) {
        return plugin.isOpen() ? attempt(sink -> sink.tick(now)) : SinkOutcome.WRITTEN;
    }

    private SinkOutcome attempt(Function<Sink, SinkOutcome> step) {
        return plugin.attempt(sink -> checked(step.apply(sink)), problem -> new SinkOutcome.TryAgain(line(problem)));
    }

    private static SinkOutcome checked(SinkOutcome outcome) {
        if (outcome instanceof SinkOutcome.TryAgain again) {
            return new SinkOutcome.TryAgain(
                    line(again.reason()), Objects.requireNonNullElse(again.after(), Optional.empty()));
        }
        return outcome instanceof SinkOutcome.Refused refused
                ? new SinkOutcome.Refused(line(refused.reason()))
                : outcome;
    }

    private static String line(String reason) {
        return Line.cut(Printable.of(Objects.requireNonNullElse(reason, "it gives no reason")), LONGEST_REASON);
    }

    @Override
    public void close() {
        plugin.close();
    }
}
