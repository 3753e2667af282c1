package io.hostpulse.alerter.rule;

/** Why an alert is over. That data stopped coming is none. */
public enum ResolveReason {
    /** The value no longer violates the rule. */
    CLEARED("the value is normal again"),
    /** What it was about is no longer listed: unmounted, unplugged. */
    GONE("it is no longer there"),
    /** The rule does not apply at these hours. */
    OUTSIDE_HOURS("the rule does not apply at this time"),
    /** The rule was taken out of the configuration. */
    RULE_REMOVED("the rule was removed"),
    /** The rule is about something else now. */
    RULE_CHANGED("the rule was changed"),
    /** A person said so. */
    BY_HAND("resolved by hand");

    private final String text;

    ResolveReason(String text) {
        this.text = text;
    }

    /**
     * Says it to people.
     *
     * @return a clause, in lower case
     */
    public String text() {
        return text;
    }
}
