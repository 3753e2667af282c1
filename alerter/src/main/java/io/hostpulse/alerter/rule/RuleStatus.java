package io.hostpulse.alerter.rule;

/**
 * How one rule is doing.
 *
 * @param rule its name
 * @param metric its path
 * @param condition how values are compared, in lower case, for example {@code greater_than}
 * @param unit what follows a number, for example {@code %}; may be empty
 * @param things how many things it watches now
 * @param firing how many of them have an alert
 * @param pending how many of them may get one
 * @param note what a person should know, such as that there is no such metric here; empty when all is well
 */
public record RuleStatus(
        String rule, String metric, String condition, String unit, int things, int firing, int pending, String note) {}
