package io.hostpulse.common.queue.care;

/** Whether a finding needs anybody. */
public enum Severity {
    /** Records are missing or unreadable, or will be. */
    PROBLEM,
    /** Good to know. */
    NOTE
}
