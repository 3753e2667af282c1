package io.hostpulse.common.period;

import io.hostpulse.common.export.CsvForm;
import io.hostpulse.common.export.CsvStyle;
import io.hostpulse.common.export.ExportRecord;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the columns of a table, which its first line must know: all records are looked at once before. Used by one thread. */
public final class TableColumns {

    private final MergedPeriods records;
    private final CsvForm form = new CsvForm(CsvStyle.USUAL);

    /** A set: a source of the user's own may have thousands of fields, and every record asks after each of its own. */
    private final Set<String> columns = new LinkedHashSet<>(CsvForm.FIRST);

    /**
     * Begins with nothing looked at.
     *
     * @param records what is to be written; nothing is left of it afterwards
     */
    public TableColumns(MergedPeriods records) {
        this.records = records;
    }

    /**
     * Looks at some more records.
     *
     * @param most how many at most
     * @return whether there may be more
     */
    public boolean look(int most) {
        for (int i = 0; i < most; i++) {
            Optional<ExportRecord> next = records.take();
            if (next.isEmpty()) {
                return false;
            }
            columns.addAll(form.cells(next.get()).keySet());
        }
        return true;
    }

    /**
     * Tells what was found.
     *
     * @return the columns in the order in which they appear
     */
    public List<String> found() {
        return List.copyOf(columns);
    }
}
