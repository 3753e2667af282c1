package io.hostpulse.alerter.notify.email;

import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.notify.Sparkline;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.Quantity;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Draws the last minute of a metric as bars of coloured cells. A picture would be blocked by some readers until it is asked for, and
 * drawing one would load the desktop's libraries.
 */
final class HtmlChart {

    private static final int HIGHEST_PIXELS = 48;
    private static final int LOWEST_PIXELS = 2;

    /** As wide as a bar; nothing was measured. */
    private static final String GAP = "<td width=\"9\">&nbsp;</td>\n";

    private HtmlChart() {}

    /** Empty when there is nothing to draw. */
    static String of(Alert alert, List<AlertContext.Point> recent, String color) {
        List<OptionalDouble> values = Sparkline.values(recent);
        if (values.isEmpty()) {
            return "";
        }
        DoubleSummaryStatistics range =
                values.stream().flatMapToDouble(OptionalDouble::stream).summaryStatistics();
        double last = values.stream()
                .flatMapToDouble(OptionalDouble::stream)
                .reduce((before, after) -> after)
                .orElseThrow();
        StringBuilder bars = new StringBuilder("<tr>");
        values.forEach(value -> bars.append(
                value.isPresent() ? bar(pixels(value.getAsDouble(), range.getMin(), range.getMax()), color) : GAP));
        String text = "Last minute: " + Quantity.of(alert, range.getMin()) + " to " + Quantity.of(alert, range.getMax())
                + ", at last " + Quantity.of(alert, last);
        return Html.table(bars.append("</tr>\n").toString()) + "<p style=\"font-size:12px;margin:0 0 8px\">"
                + Html.text(text) + "</p>\n";
    }

    private static int pixels(double value, double min, double max) {
        // Halved first: the span of two doubles need not be a double.
        double span = max / 2 - min / 2;
        double share = span > 0 ? (value / 2 - min / 2) / span : 0;
        return LOWEST_PIXELS + (int) Math.round(share * (HIGHEST_PIXELS - LOWEST_PIXELS));
    }

    /** A table inside the cell, since not every reader keeps the height of anything else. */
    private static String bar(int pixels, String color) {
        return "<td valign=\"bottom\" height=\"" + HIGHEST_PIXELS + "\" style=\"padding-right:2px\">"
                + "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td width=\"7\" height=\""
                + pixels + "\" bgcolor=\"" + color
                + "\" style=\"font-size:0;line-height:0\">&nbsp;</td></tr></table></td>\n";
    }
}
