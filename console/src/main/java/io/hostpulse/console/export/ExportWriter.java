package io.hostpulse.console.export;

import io.hostpulse.common.period.ExportText;
import io.hostpulse.common.period.MergedPeriods;
import io.hostpulse.common.period.TableColumns;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Writes an export. It goes on until the end, or until nobody reads what it writes.
 *
 * @param out takes it
 * @param progress learns now and then how much is written, 0 to 1
 */
public record ExportWriter(PrintWriter out, DoubleConsumer progress) {

    /** Between two looks whether anybody still reads the output, and two reports of progress. */
    private static final int STEP = 2048;

    /**
     * Writes all of it.
     *
     * @param text what is written
     * @param records the records behind it
     * @return how many records
     */
    public long write(ExportText text, MergedPeriods records) {
        long pieces = 0;
        for (Optional<String> piece = text.next(); piece.isPresent(); piece = text.next()) {
            out.print(piece.get());
            if (++pieces % STEP == 0 && isDeserted(records)) {
                break;
            }
        }
        return text.count();
    }

    /**
     * Finds the columns of a table.
     *
     * @param records what is to be written
     * @param progress learns now and then how much was looked at, 0 to 1
     * @return the columns in the order in which they appear
     */
    public static List<String> columns(MergedPeriods records, DoubleConsumer progress) {
        TableColumns columns = new TableColumns(records);
        while (columns.look(STEP)) {
            progress.accept(records.share());
        }
        return columns.found();
    }

    private boolean isDeserted(MergedPeriods records) {
        progress.accept(records.share());
        return out.checkError();
    }
}
