package io.hostpulse.exporter.sink.csv;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.export.CsvStyle;
import io.hostpulse.exporter.sink.SinkType;
import io.hostpulse.exporter.sink.file.FileOptions;
import io.hostpulse.exporter.sink.file.FileSink;

/** Writes rows to files, a file for each stream. */
public final class CsvSinkType implements SinkType {

    /** Is ready at once. */
    public CsvSinkType() {}

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public Opener configure(ConfigNode options) {
        FileOptions files = FileOptions.read(options);
        CsvStyle style = new CsvStyle(
                options.choice("lists", CsvStyle.USUAL.lists()),
                options.flag("guard_formulas", CsvStyle.USUAL.guardFormulas()));
        return surroundings -> new FileSink(files, new CsvLayout(style), surroundings);
    }
}
