package io.hostpulse.exporter.sink.file;

import io.hostpulse.common.export.ExportRecord;
import java.util.List;

/** What files look like inside, and which records share one. */
public interface FileLayout {

    /**
     * Tells how names end.
     *
     * @return without a dot, for example {@code json}
     */
    String extension();

    /**
     * Tells in which row of files a record belongs.
     *
     * @param record any record
     * @return how the names of these files begin
     */
    String series(ExportRecord record);

    /**
     * Looks at a record for writing it.
     *
     * @param record any record
     * @return how it is written
     */
    Entry entry(ExportRecord record);

    /**
     * Begins a file.
     *
     * @param columns its columns
     * @return its first bytes, as text
     */
    String head(List<String> columns);

    /**
     * Ends a file that has a record at least.
     *
     * @return its last bytes, as text
     */
    String foot();

    /** One record on its way into a file. */
    interface Entry {

        /**
         * Tells which columns it needs; others make a new file necessary.
         *
         * @param known the columns of the file
         * @return the same, or the same and more; empty for a file without columns
         */
        List<String> columns(List<String> known);

        /**
         * Writes it.
         *
         * @param columns the columns of the file
         * @param first whether it is the first record of the file
         * @return its bytes, as text
         */
        String text(List<String> columns, boolean first);
    }
}
