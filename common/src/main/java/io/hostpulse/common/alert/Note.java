package io.hostpulse.common.alert;

/**
 * What a person said about an alert.
 *
 * @param at when, epoch nanoseconds
 * @param by who, as far as is known
 * @param text what; may be empty for an acknowledgement
 */
public record Note(long at, String by, String text) {}
