package io.hostpulse.exporter.sink.json;

import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.export.JsonForm;
import io.hostpulse.exporter.sink.file.FileLayout;
import java.util.List;

/**
 * Records of all streams in one row of files.
 *
 * @param prefix how their names begin
 * @param style what they look like
 */
record JsonLayout(String prefix, JsonStyle style) implements FileLayout {

    private boolean isList() {
        return style != JsonStyle.LINES;
    }

    @Override
    public String extension() {
        return isList() ? "json" : "ndjson";
    }

    @Override
    public String series(ExportRecord record) {
        return prefix;
    }

    @Override
    public Entry entry(ExportRecord record) {
        return new JsonEntry(record);
    }

    @Override
    public String head(List<String> columns) {
        return isList() ? "[\n" : "";
    }

    @Override
    public String foot() {
        return isList() ? "\n]\n" : "";
    }

    private final class JsonEntry implements Entry {
        private final ExportRecord record;

        private JsonEntry(ExportRecord record) {
            this.record = record;
        }

        @Override
        public List<String> columns(List<String> known) {
            return List.of();
        }

        @Override
        public String text(List<String> columns, boolean first) {
            if (!isList()) {
                return JsonForm.line(record) + "\n";
            }
            String text = style == JsonStyle.PRETTY ? JsonForm.pretty(record) : JsonForm.line(record);
            return first ? text : ",\n" + text;
        }
    }
}
