package io.hostpulse.common.period;

import io.hostpulse.common.export.CsvForm;
import io.hostpulse.common.export.CsvStyle;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.export.JsonForm;
import java.util.List;
import java.util.Optional;

/**
 * The text of an export, one record after the other: whoever writes it holds no more than one, and may stop at any time. Used by one
 * thread.
 */
public final class ExportText {

    private final MergedPeriods records;
    private final Form form;
    private long count;
    private boolean hasBegun;
    private boolean isOver;

    private ExportText(MergedPeriods records, Form form) {
        this.records = records;
        this.form = form;
    }

    /**
     * Writes one list, for people.
     *
     * @param records what is written
     * @return the text from its beginning
     */
    public static ExportText json(MergedPeriods records) {
        return new ExportText(records, new JsonList());
    }

    /**
     * Writes one object a line.
     *
     * @param records what is written
     * @return the text from its beginning
     */
    public static ExportText ndjson(MergedPeriods records) {
        return new ExportText(records, new JsonLines());
    }

    /**
     * Writes a table.
     *
     * @param records what is written
     * @param columns its columns, which all records have in common
     * @return the text from its beginning
     */
    public static ExportText csv(MergedPeriods records, List<String> columns) {
        return new ExportText(records, new Table(columns, new CsvForm(CsvStyle.USUAL)));
    }

    /**
     * Writes the next piece: a record, or what stands before the first or behind the last.
     *
     * @return the piece, which may be empty; nothing when all is written
     */
    public Optional<String> next() {
        if (isOver) {
            return Optional.empty();
        }
        if (!hasBegun) {
            hasBegun = true;
            return Optional.of(form.head());
        }
        Optional<ExportRecord> record = records.take();
        if (record.isEmpty()) {
            isOver = true;
            return Optional.of(form.tail());
        }
        return Optional.of(form.piece(record.get(), count++ == 0));
    }

    /**
     * Counts what was written.
     *
     * @return records
     */
    public long count() {
        return count;
    }

    /** How records look, and what stands around them. */
    private interface Form {
        default String head() {
            return "";
        }

        String piece(ExportRecord record, boolean isFirst);

        default String tail() {
            return "";
        }
    }

    private record JsonList() implements Form {
        @Override
        public String head() {
            return "[";
        }

        @Override
        public String piece(ExportRecord record, boolean isFirst) {
            return (isFirst ? "\n" : ",\n") + JsonForm.pretty(record);
        }

        @Override
        public String tail() {
            return "\n]\n";
        }
    }

    private record JsonLines() implements Form {
        @Override
        public String piece(ExportRecord record, boolean isFirst) {
            return JsonForm.line(record) + "\n";
        }
    }

    private record Table(List<String> columns, CsvForm form) implements Form {
        @Override
        public String head() {
            return CsvForm.header(columns);
        }

        @Override
        public String piece(ExportRecord record, boolean isFirst) {
            String row = CsvForm.row(columns, form.cells(record));
            return record.missing() > 0 ? CsvForm.row(columns, CsvForm.gap(record)) + row : row;
        }
    }
}
