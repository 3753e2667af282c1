package io.hostpulse.console.export;

import io.hostpulse.common.export.CsvForm;
import io.hostpulse.common.export.CsvStyle;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.export.JsonForm;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Writes records in one of the forms. It goes on until the end, or until nobody reads what it writes.
 *
 * @param out takes it
 * @param progress learns now and then how much is written, 0 to 1
 */
public record ExportWriter(PrintWriter out, DoubleConsumer progress) {

    /** Between two looks whether anybody still reads the output, and two reports of progress. */
    private static final int STEP = 2048;

    /**
     * Writes JSON.
     *
     * @param records what is written
     * @param format {@link Format#json} or {@link Format#ndjson}
     * @return how many records
     */
    public long json(MergedPeriods records, Format format) {
        boolean list = format == Format.json;
        out.print(list ? "[" : "");
        long count = 0;
        for (Optional<ExportRecord> next = records.take(); next.isPresent(); next = records.take()) {
            if (list) {
                out.print((count == 0 ? "\n" : ",\n") + JsonForm.pretty(next.get()));
            } else {
                out.print(JsonForm.line(next.get()) + "\n");
            }
            count++;
            if (count % STEP == 0 && isDeserted(records)) {
                return count;
            }
        }
        out.print(list ? "\n]\n" : "");
        return count;
    }

    /**
     * Writes a table.
     *
     * @param records what is written
     * @param columns its columns, which all records have in common
     * @return how many records
     */
    public long csv(MergedPeriods records, List<String> columns) {
        CsvForm form = new CsvForm(CsvStyle.USUAL);
        out.print(CsvForm.header(columns));
        long count = 0;
        for (Optional<ExportRecord> next = records.take(); next.isPresent(); next = records.take()) {
            if (next.get().missing() > 0) {
                out.print(CsvForm.row(columns, CsvForm.gap(next.get())));
            }
            out.print(CsvForm.row(columns, form.cells(next.get())));
            count++;
            if (count % STEP == 0 && isDeserted(records)) {
                return count;
            }
        }
        return count;
    }

    /**
     * Finds the columns of a table, which its first line must know.
     *
     * @param records what is to be written
     * @param progress learns now and then how much was looked at, 0 to 1
     * @return the columns in the order in which they appear
     */
    public static List<String> columns(MergedPeriods records, DoubleConsumer progress) {
        CsvForm form = new CsvForm(CsvStyle.USUAL);
        List<String> columns = CsvForm.FIRST;
        long count = 0;
        for (Optional<ExportRecord> next = records.take(); next.isPresent(); next = records.take()) {
            Map<String, String> cells = form.cells(next.get());
            columns = CsvForm.union(columns, cells.keySet());
            count++;
            if (count % STEP == 0) {
                progress.accept(records.share());
            }
        }
        return columns;
    }

    private boolean isDeserted(MergedPeriods records) {
        progress.accept(records.share());
        return out.checkError();
    }
}
