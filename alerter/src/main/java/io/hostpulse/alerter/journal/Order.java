package io.hostpulse.alerter.journal;

import io.hostpulse.common.model.Fields;

/**
 * What a person asked of the alerter, by command line, HTTP or WebSocket.
 *
 * @param stream the control stream it came by
 * @param sequence its number there, by which whoever asked finds the answer
 * @param at when it was asked, epoch nanoseconds
 * @param by who asked, as far as is known
 * @param action what to do, one of {@link io.hostpulse.common.control.ControlAction} unless it was refused
 * @param arguments what belongs to it
 */
public record Order(String stream, long sequence, long at, String by, String action, Fields arguments) {}
