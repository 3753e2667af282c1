package io.hostpulse.benchmarks.fanout;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Figures as text: the median round of each server, and what the broker is to the bare broadcaster. */
final class FanoutTable {

    private static final double MB = 1e6;

    private FanoutTable() {}

    static String paced(Map<String, List<Figures>> all) {
        StringBuilder text = new StringBuilder();
        row(text, "", "delivered", "spread p50", "p99", "age p99", "CPU", "RSS", "generator idle");
        all.forEach((server, rounds) -> pacedRow(text, server, rounds));
        ratio(text, all, "spread p50", one -> one.spreadMillis(0.5));
        ratio(text, all, "CPU", Figures::cpuPercent);
        return text.toString();
    }

    /** What those who read notice of those who never do. */
    static String besideSilent(List<Figures> alone, List<Figures> beside) {
        StringBuilder text = new StringBuilder();
        pacedRow(text, "broker", beside);
        double ratio = median(beside, one -> one.ageMillis(0.99)) / median(alone, one -> one.ageMillis(0.99));
        text.append(String.format(Locale.ROOT, "  beside silent ones / without, age p99: %.2f%n", ratio));
        return text.toString();
    }

    private static void pacedRow(StringBuilder text, String server, List<Figures> rounds) {
        row(
                text,
                server,
                String.format(Locale.ROOT, "%d of %d", rounds.get(0).complete(), broadcasts(rounds.get(0))),
                number("%.0f ms", rounds, one -> one.spreadMillis(0.5)),
                number("%.0f ms", rounds, one -> one.spreadMillis(0.99)),
                number("%.0f ms", rounds, one -> one.ageMillis(0.99)),
                number("%.0f %%", rounds, Figures::cpuPercent),
                number("%.0f MB", rounds, one -> one.residentBytes() / MB),
                number("%.0f %%", rounds, Figures::generatorIdlePercent));
    }

    private static int broadcasts(Figures figures) {
        return figures.received().broadcasts().size();
    }

    static String flooded(Map<String, List<Figures>> all) {
        StringBuilder text = new StringBuilder();
        row(text, "", "messages/s", "CPU", "RSS", "handshakes/s", "lost", "generator idle", "");
        all.forEach((server, rounds) -> row(
                text,
                server,
                number("%,.0f", rounds, Figures::messagesPerSecond),
                number("%.0f %%", rounds, Figures::cpuPercent),
                number("%.0f MB", rounds, one -> one.residentBytes() / MB),
                number("%,.0f", rounds, Figures::handshakes),
                number("%.0f", rounds, Figures::lost),
                number("%.0f %%", rounds, Figures::generatorIdlePercent),
                ""));
        ratio(text, all, "messages/s", Figures::messagesPerSecond);
        return text.toString();
    }

    private static void row(StringBuilder text, Object... cells) {
        text.append(String.format(Locale.ROOT, "  %-8s %14s %12s %10s %12s %10s %10s %15s%n", cells));
    }

    private static void ratio(
            StringBuilder text, Map<String, List<Figures>> all, String what, ToDoubleFunction<Figures> figure) {
        double ratio = median(all.get("broker"), figure) / median(all.get("bare"), figure);
        text.append(String.format(Locale.ROOT, "  broker / bare, %s: %.2f%n", what, ratio));
    }

    private static String number(String format, List<Figures> rounds, ToDoubleFunction<Figures> figure) {
        return String.format(Locale.ROOT, format, median(rounds, figure));
    }

    private static double median(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
