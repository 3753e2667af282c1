package io.hostpulse.console.tail;

import io.hostpulse.common.text.Style;
import java.io.PrintWriter;
import java.time.ZoneId;

/**
 * Where and how records are shown.
 *
 * @param out takes the records
 * @param err takes everything else
 * @param style how tones are shown in {@code out}
 * @param errStyle how tones are shown in {@code err}
 * @param width how many characters fit into a line
 * @param zone the zone of times for people
 * @param json whether a program reads the records
 */
public record Output(
        PrintWriter out, PrintWriter err, Style style, Style errStyle, int width, ZoneId zone, boolean json) {}
