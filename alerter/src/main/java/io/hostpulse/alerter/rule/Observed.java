package io.hostpulse.alerter.rule;

/** What was seen last of one thing; changed in place, because most samples change nothing else. Not thread-safe. */
final class Observed {

    private double number = Double.NaN;
    private String text;
    private String reason = "";

    void set(double newNumber, String newText) {
        number = newNumber;
        text = newText;
        reason = "";
    }

    void missing(String why) {
        reason = why;
    }

    /** A number to show; NaN when there is none. */
    double number() {
        return text == null && Double.isFinite(number) ? number : Double.NaN;
    }

    String text() {
        return text;
    }

    String reason() {
        return reason;
    }

    String format(Unit unit, String suffix) {
        if (text != null) {
            return Wordings.quoted(text);
        }
        return Double.isNaN(number) ? "no value" : unit.format(number) + suffix;
    }
}
