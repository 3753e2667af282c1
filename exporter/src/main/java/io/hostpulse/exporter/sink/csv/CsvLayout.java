package io.hostpulse.exporter.sink.csv;

import io.hostpulse.common.export.CsvForm;
import io.hostpulse.common.export.CsvStyle;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.exporter.sink.file.FileLayout;
import java.util.List;
import java.util.Map;

/** A row of files for each stream, named after it. Columns are never taken away, so that a list that shrinks begins no new file. */
final class CsvLayout implements FileLayout {

    private final CsvForm form;

    CsvLayout(CsvStyle style) {
        this.form = new CsvForm(style);
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String series(ExportRecord record) {
        return record.stream().value();
    }

    @Override
    public Entry entry(ExportRecord record) {
        return new Row(record, form.cells(record));
    }

    @Override
    public String head(List<String> columns) {
        return CsvForm.header(columns);
    }

    @Override
    public String foot() {
        return "";
    }

    private record Row(ExportRecord record, Map<String, String> cells) implements Entry {

        @Override
        public List<String> columns(List<String> known) {
            return CsvForm.union(known, cells.keySet());
        }

        @Override
        public String text(List<String> columns, boolean first) {
            String row = CsvForm.row(columns, cells);
            return record.missing() > 0 ? CsvForm.row(columns, CsvForm.gap(record)) + row : row;
        }
    }
}
