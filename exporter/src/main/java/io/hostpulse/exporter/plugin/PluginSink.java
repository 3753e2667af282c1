package io.hostpulse.exporter.plugin;

import io.hostpulse.common.plugin.LoadingFailure;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plugin's sink, of which only what the contract allows comes through. It is opened when there is something to write, so that one that
 * cannot be opened holds up nothing but its own records, and is opened as soon as it can. Used by one thread.
 */
final class PluginSink implements Sink {

    private static final Logger LOG = LoggerFactory.getLogger(PluginSink.class);

    private static final int LONGEST_REASON = 400;

    private final Path jar;
    private final Supplier<Sink> opening;
    private Optional<Sink> opened = Optional.empty();

    PluginSink(Path jar, Supplier<Sink> opening) {
        this.jar = jar;
        this.opening = opening;
    }

    @Override
    public SinkOutcome write(Batch batch) {
        return attempt(sink -> sink.write(batch));
    }

    @Override
    public SinkOutcome flush() {
        return opened.isEmpty() ? SinkOutcome.WRITTEN : attempt(Sink::flush);
    }

    @Override
    public SinkOutcome tick(long now) {
        return opened.isEmpty() ? SinkOutcome.WRITTEN : attempt(sink -> sink.tick(now));
    }

    private SinkOutcome attempt(Function<Sink, SinkOutcome> step) {
        try {
            return checked(step.apply(open()));
        } catch (LinkageError e) {
            return failed("failed: " + LoadingFailure.of(e));
        } catch (RuntimeException e) {
            // What it says may be a secret: only the log, which is its owner's alone, gets it.
            LOG.warn("the plugin {} failed", jar, e);
            return failed("failed: " + e.getClass().getSimpleName() + ", see the log");
        }
    }

    private Sink open() {
        if (opened.isEmpty()) {
            opened = Optional.of(Objects.requireNonNull(opening.get(), "it opened no sink"));
        }
        return opened.get();
    }

    private SinkOutcome checked(SinkOutcome outcome) {
        if (outcome instanceof SinkOutcome.TryAgain again) {
            return new SinkOutcome.TryAgain(
                    line(again.reason()), Objects.requireNonNullElse(again.after(), Optional.empty()));
        }
        if (outcome instanceof SinkOutcome.Refused refused) {
            return new SinkOutcome.Refused(line(refused.reason()));
        }
        return outcome == null ? failed("returned no outcome") : outcome;
    }

    private SinkOutcome failed(String what) {
        return new SinkOutcome.TryAgain(line("the plugin " + jar + " " + what));
    }

    private static String line(String reason) {
        return Line.cut(Printable.of(Objects.requireNonNullElse(reason, "it gives no reason")), LONGEST_REASON);
    }

    @Override
    public void close() {
        try {
            opened.ifPresent(Sink::close);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("the plugin {} could not be closed", jar, e);
        }
    }
}
