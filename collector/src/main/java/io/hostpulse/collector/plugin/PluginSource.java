package io.hostpulse.collector.plugin;

import io.hostpulse.collector.source.Source;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.model.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** A plugin's source, of which only what the contract allows comes through. */
final class PluginSource implements Source {

    private final Path jar;
    private final Source source;

    PluginSource(Path jar, Source source) {
        this.jar = jar;
        this.source = Objects.requireNonNull(source, "it opened no source");
    }

    @Override
    public Reading read() throws IOException {
        Reading reading = source.read();
        if (reading == null) {
            return new Reading.Failed("the plugin " + jar + " returned no reading");
        }
        if (reading instanceof Reading.Ok ok
                && ok.fields().get(PayloadWriter.MISSING).isPresent()) {
            return new Reading.Failed(
                    "the plugin " + jar + " has a field '" + PayloadWriter.MISSING + "', which is Hostpulse's own");
        }
        return reading;
    }

    @Override
    public void prepareNext() {
        source.prepareNext();
    }

    @Override
    public void close() {
        source.close();
    }
}
