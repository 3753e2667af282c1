package io.hostpulse.exporter.sink.json;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.exporter.sink.SinkType;
import io.hostpulse.exporter.sink.file.FileOptions;
import io.hostpulse.exporter.sink.file.FileSink;

/** Writes JSON to files: a list in each, or one object a line. */
public final class JsonSinkType implements SinkType {

    private static final String FILE_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    /** Is ready at once. */
    public JsonSinkType() {}

    @Override
    public String name() {
        return "json";
    }

    @Override
    public Opener configure(ConfigNode options) {
        FileOptions files = FileOptions.read(options);
        String prefix = options.text("prefix", "monitoring");
        if (!prefix.matches(FILE_NAME)) {
            options.problem("prefix", "no beginning for a file name: use up to 64 letters, digits, '.', '_' or '-'");
        }
        JsonStyle style = options.choice("style", JsonStyle.PRETTY);
        return surroundings -> new FileSink(files, new JsonLayout(prefix, style), surroundings);
    }
}
