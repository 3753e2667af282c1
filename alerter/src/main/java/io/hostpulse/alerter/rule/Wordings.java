package io.hostpulse.alerter.rule;

import io.hostpulse.alerter.rule.window.WindowFunction;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.text.Printable;
import java.util.HashMap;
import java.util.Map;

/** Writes the messages of one rule about one thing. Immutable. */
final class Wordings {

    private static final int MAX_TEXT = 100;
    private static final Template USUAL =
            new Template("{severity} {component} {name}: {value} (threshold: {threshold}){where}");
    private static final Template TIME_LEFT =
            new Template("{component} {name} reaches its limit in {value} (threshold: {threshold}){where}");
    private static final Template MISSING = new Template("No {component} {name}{where}{reason}");
    private static final Template NO_DATA = new Template("No {component} {name} for {value}{where}{reason}");
    private static final Template NO_DATA_OF_STREAM = new Template("{component} has no data for {value}{reason}");
    private static final Template STALE = new Template("{component} has sent nothing for {duration}");

    private static final Template CLEARED =
            new Template("Resolved: {component} {name}: {value} (threshold: {threshold}){where}");
    private static final Template DATA_AGAIN =
            new Template("Resolved: {component} {name}{where}: data again after {duration}");
    private static final Template RESOLVED = new Template("Resolved: {component} {name}{where}{reason}");

    private final Rule rule;
    private final String host;
    private final String component;
    private final String dimension;

    Wordings(Rule rule, String host, String stream, String dimension) {
        this.rule = rule;
        this.host = host;
        this.component =
                rule.wording().component().isEmpty() ? stream : rule.wording().component();
        this.dimension = dimension;
    }

    static String quoted(String text) {
        String safe = Printable.of(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text);
        return "'" + safe + "'";
    }

    String component() {
        return component;
    }

    String metric() {
        String configured = rule.wording().metric();
        String last = rule.metric().lastName();
        return !configured.isEmpty() ? configured : last.isEmpty() ? "data" : last;
    }

    String message(AlertLevel level, Observed observed, double seconds) {
        return template(observed).fill(values(level, observed, seconds));
    }

    /** Says that it is over; the rule's own message says that it is on. */
    String resolved(AlertLevel level, Observed observed, double seconds, ResolveReason why) {
        Map<String, String> values = values(level, observed, seconds);
        if (why != ResolveReason.CLEARED) {
            values.put("reason", ": " + why.text());
            return RESOLVED.fill(values);
        }
        return (rule.comparison().isAboutAbsence() ? DATA_AGAIN : CLEARED).fill(values);
    }

    private Map<String, String> values(AlertLevel level, Observed observed, double absentFor) {
        Map<String, String> values = new HashMap<>();
        values.put("severity", severity(level));
        values.put("component", component);
        values.put("metric", metric());
        values.put("name", name());
        values.put("value", value(observed, absentFor));
        values.put("threshold", threshold(level));
        values.put("level", level.name());
        values.put("dimension", dimension);
        values.put("where", where());
        values.put("duration", duration(absentFor));
        values.put("host", host);
        values.put("reason", observed.reason().isEmpty() ? "" : ": " + Printable.of(observed.reason()));
        values.put("rule", rule.name());
        return values;
    }

    private Template template(Observed observed) {
        Template own = rule.wording().message();
        if (!own.text().isEmpty()) {
            return own;
        }
        if (rule.comparison() == Comparison.STALE) {
            return STALE;
        }
        if (rule.alertOnMissing() && !observed.reason().isEmpty()) {
            return MISSING;
        }
        if (rule.comparison() == Comparison.NO_DATA) {
            return rule.metric().isStream() ? NO_DATA_OF_STREAM : NO_DATA;
        }
        return rule.measure().isTime() ? TIME_LEFT : USUAL;
    }

    private String severity(AlertLevel level) {
        if (level == AlertLevel.CRITICAL) {
            return "Critical";
        }
        Comparison comparison = rule.comparison();
        if (comparison.isUpward()) {
            return level == AlertLevel.WARNING ? "High" : "Raised";
        }
        if (comparison.isDownward()) {
            return level == AlertLevel.WARNING ? "Low" : "Lowered";
        }
        return "Unusual";
    }

    // What people call it: usage_percent and percentage are both a usage.
    private String name() {
        String metric = metric();
        String bare = metric.equals("percentage") ? "usage" : metric.replaceAll("_(percent|percentage|bytes)$", "");
        return Printable.of(bare).replace('_', ' ');
    }

    private String where() {
        // The stream is named as the component.
        String inner = dimension.replaceFirst("^stream=[^,]*,?", "");
        boolean single = inner.indexOf(',') < 0 && inner.indexOf('=') >= 0;
        String shown = single ? inner.substring(inner.indexOf('=') + 1) : inner;
        return shown.isEmpty() ? "" : " on " + shown;
    }

    private String value(Observed observed, double absentFor) {
        return rule.comparison().isAboutAbsence() ? duration(absentFor) : observed.format(rule.unit(), suffix());
    }

    private static String duration(double seconds) {
        return Unit.duration(seconds);
    }

    private String threshold(AlertLevel level) {
        Limit limit = rule.limits().get(level);
        if (limit instanceof Limit.Number number) {
            return rule.comparison() == Comparison.STALE
                    ? Unit.NONE.format(number.value()) + " intervals"
                    : rule.unit().format(number.value()) + suffix();
        }
        if (limit instanceof Limit.Range range) {
            return rule.unit().format(range.low()) + " to " + rule.unit().format(range.high()) + suffix();
        }
        return limit instanceof Limit.Word word ? "'" + word.text() + "'" : "none";
    }

    private String suffix() {
        if (rule.measure().function() instanceof WindowFunction.Rate rate) {
            return rate.per().suffix();
        }
        return rule.measure().function() instanceof WindowFunction.Change change
                ? change.per().suffix()
                : "";
    }
}
