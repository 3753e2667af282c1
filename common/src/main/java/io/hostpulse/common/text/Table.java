package io.hostpulse.common.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A table of aligned columns, each as wide as its widest cell. Not thread-safe. */
public final class Table {

    private static final String GAP = "  ";

    /** A sentence cut shorter says nothing. */
    private static final int LEAST_LAST = 20;

    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    /** Starts a table without columns. */
    public Table() {}

    /**
     * Adds a column of words.
     *
     * @param head its head
     * @return this table
     */
    public Table left(String head) {
        columns.add(new Column(new Cell(head, Tone.HEAD), false));
        return this;
    }

    /**
     * Adds a column of numbers.
     *
     * @param head its head
     * @return this table
     */
    public Table right(String head) {
        columns.add(new Column(new Cell(head, Tone.HEAD), true));
        return this;
    }

    /**
     * Adds a row.
     *
     * @param cells one for each column
     * @throws IllegalArgumentException when there are more or fewer cells than columns
     */
    public void row(Cell... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
    }

    /**
     * Puts the lines together.
     *
     * @param style how tones are shown
     * @return the heads, then the rows; every line ends with a line feed
     */
    public String render(Style style) {
        return render(style, Integer.MAX_VALUE);
    }

    /**
     * Puts the lines together for a terminal.
     *
     * @param style how tones are shown
     * @param width how many columns the terminal has; the last column of the table is cut to what is left for it, but not
     *     below {@value #LEAST_LAST}
     * @return the heads, then the rows; every line ends with a line feed
     */
    public String render(Style style, int width) {
        int[] widths = IntStream.range(0, columns.size()).map(this::widthOf).toArray();
        int last = columns.size() - 1;
        int others = Arrays.stream(widths).limit(last).sum() + GAP.length() * last;
        widths[last] = Math.min(widths[last], Math.max(LEAST_LAST, width - others));
        StringBuilder text = new StringBuilder();
        appendLine(text, columns.stream().map(Column::head).toList(), widths, style);
        rows.forEach(row -> appendLine(text, row, widths, style));
        return text.toString();
    }

    private void appendLine(StringBuilder text, List<Cell> cells, int[] widths, Style style) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(i == 0 ? "" : GAP).append(aligned(columns.get(i), cells.get(i), widths[i], style));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    // The escape sequences of a colour take no room on the screen, so the padding is outside of them.
    private static String aligned(Column column, Cell cell, int width, Style style) {
        String text = Line.cut(cell.text(), width);
        String padding = " ".repeat(width - DisplayWidth.of(text));
        String painted = style.paint(text, cell.tone());
        return column.right() ? padding + painted : painted + padding;
    }

    private int widthOf(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).width())
                .reduce(columns.get(column).head().width(), Math::max);
    }

    private record Column(Cell head, boolean right) {}
}
