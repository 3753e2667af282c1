package io.hostpulse.alerter.notify.email;

import io.hostpulse.alerter.notify.PlainText;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes HTML as mail readers understand it: tables, attributes, styles in place; no script, no sheet, nothing from elsewhere. */
final class Html {

    private static final int LONGEST = 2_000;

    private Html() {}

    /** Makes any text harmless, between tags and inside quoted attributes. */
    static String text(String any) {
        return PlainText.line(any, LONGEST)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A row of cells, each any text. */
    static String row(String... cells) {
        return Stream.of(cells)
                .map(cell -> "<td style=\"padding:2px 14px 2px 0;vertical-align:top\">" + text(cell) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    /** A table of rows that are HTML already. */
    static String table(String rows) {
        return "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\""
                + " style=\"font-size:14px;margin:6px 0\">\n" + rows + "</table>\n";
    }
}
