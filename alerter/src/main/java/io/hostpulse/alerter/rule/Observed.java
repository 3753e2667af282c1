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

    /** Learns why there is no value now; what was seen before is still shown, unless that there is none is what matters. */
    void missing(String why, boolean matters) {
        reason = why;
        if (matters) {
            number = Double.NaN;
            text = null;
        }
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
