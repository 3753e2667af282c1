package io.hostpulse.console.alerts;

import io.hostpulse.common.control.DeadLetterView;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Shows to people which notifications were given up.
 *
 * @param style how tones are shown
 * @param width how many columns a line has
 * @param zone whose clock is shown
 */
public record DeadLettersText(Style style, int width, ZoneId zone) {

    /**
     * Puts the lines together.
     *
     * @param letters the dead letters
     * @param leftOut how many more there are
     * @return one line a letter
     */
    public String render(List<DeadLetterView> letters, long leftOut) {
        if (letters.isEmpty()) {
            return "nothing was given up\n";
        }
        Table table = new Table()
                .left("HANDLER")
                .left("KEY")
                .left("GIVEN UP")
                .right("TRIES")
                .left("WHY")
                .left("WHAT");
        letters.forEach(letter -> addRow(table, letter));
        return table.render(style, width) + (leftOut == 0 ? "" : "… and " + leftOut + " more\n");
    }

    private void addRow(Table table, DeadLetterView letter) {
        LocalMoments moments = new LocalMoments(zone);
        table.row(
                Cell.of(letter.handler()),
                Cell.of(letter.key()),
                Cell.of(Optional.of(letter.at()).filter(at -> at > 0).map(moments::text)),
                Cell.of(letter.tries()),
                Cell.of(AlertCells.shortened(letter.answer())),
                Cell.of(letter.message()));
    }
}
