package io.hostpulse.common.control;

/**
 * By what the answer to an order is found.
 *
 * @param stream the control stream in which the order stands
 * @param sequence its number there
 */
public record OrderTicket(String stream, long sequence) {}
