package io.hostpulse.common.text;

import java.util.Optional;

/**
 * One cell of a table.
 *
 * @param text what is shown
 * @param tone what it means
 */
public record Cell(String text, Tone tone) {

    private static final Cell NOTHING = new Cell("-", Tone.PLAIN);

    /** Makes the text safe to print: it may come from the machine that is watched. */
    public Cell {
        text = Printable.of(text);
    }

    /**
     * Shows a text as it is.
     *
     * @param text what is shown
     * @return the cell
     */
    public static Cell of(String text) {
        return new Cell(text, Tone.PLAIN);
    }

    /**
     * Shows a whole number.
     *
     * @param number what is shown
     * @return the cell
     */
    public static Cell of(long number) {
        return of(Long.toString(number));
    }

    /**
     * Shows a text that may be unknown: never as zero, never as a blank.
     *
     * @param text what is shown, if it is known
     * @return the cell
     */
    public static Cell of(Optional<String> text) {
        return text.map(Cell::of).orElse(NOTHING);
    }

    int width() {
        return DisplayWidth.of(text);
    }
}
