package io.hostpulse.collector.source.textfile;

import io.hostpulse.collector.source.SourceType;
import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;

/** The source {@code textfile}: the numbers in the files {@code *.prom} of a directory. */
public final class TextfileSourceType implements SourceType {

    /** Makes the kind; it holds nothing. */
    public TextfileSourceType() {}

    @Override
    public String name() {
        return "textfile";
    }

    @Override
    public Duration defaultInterval() {
        return TextfileOptions.INTERVAL;
    }

    @Override
    public Opener configure(ConfigNode options) {
        TextfileOptions checked = TextfileOptions.from(options);
        return context -> new TextfileSource(checked, context.clock());
    }
}
