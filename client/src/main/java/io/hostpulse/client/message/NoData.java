package io.hostpulse.client.message;

/**
 * A stream has no data at present.
 *
 * @param state {@code unavailable}, which is nobody's fault, or {@code failed}
 * @param reason why, for people
 */
public record NoData(String state, String reason) {}
