package io.hostpulse.collector;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.collector.source.SourceContext;
import io.hostpulse.collector.source.TimeLimit;
import io.hostpulse.common.process.ProcessFailure;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Opens a source in a bounded time: a driver that hangs while it is initialised must not leave a process that neither works
 * nor ends.
 *
 * @param limit how long it may take
 */
record Opening(TimeLimit limit) {

    /** A driver needs up to 3 s to initialise one card, and one host may have eight. */
    static final Opening USUAL = new Opening(new TimeLimit(Duration.ofSeconds(30)));

    Source open(ConfiguredSource source, SourceContext context) {
        String name = source.settings().stream().value();
        try {
            return limit.call("opening", () -> source.opener().open(context));
        } catch (SourceAbsentException e) {
            throw ProcessFailure.absent(e.getMessage());
        } catch (TimeoutException e) {
            throw ProcessFailure.temporary(
                    "source '" + name + "' could not be opened within "
                            + limit.limit().toSeconds() + " s: its driver hangs (see the kernel's log, dmesg);"
                            + " tried again after a pause, or switch it off with sources." + name + ".enabled: false",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProcessFailure.temporary("interrupted while source '" + name + "' was opened", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("source '" + name + "' could not be opened", e);
        }
    }
}
