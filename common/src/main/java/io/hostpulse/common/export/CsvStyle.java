package io.hostpulse.common.export;

/**
 * How records become rows.
 *
 * @param lists what becomes of a list
 * @param guardFormulas whether a text that a spreadsheet would take for a formula gets an apostrophe before it
 */
public record CsvStyle(Lists lists, boolean guardFormulas) {

    /** Lists as JSON, formulas made inert. */
    public static final CsvStyle USUAL = new CsvStyle(Lists.JSON, true);

    /** What becomes of a list. */
    public enum Lists {
        /** One column with the list as JSON: the header does not depend on how long it is. */
        JSON,
        /** A column for each element, such as {@code mounts[0].path}. */
        COLUMNS
    }
}
