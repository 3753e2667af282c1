package io.hostpulse.alerter;

import io.hostpulse.alerter.notify.HandlerSettings;
import io.hostpulse.alerter.notify.HandlerType;

/**
 * A handler whose section was read.
 *
 * @param settings what all handlers have in common
 * @param opener opens it
 * @param problem why the plugin that it needs does not work; empty when all is well. It is opened all the same, and keeps what it has to
 *     send until the plugin is mended
 */
record ConfiguredHandler(HandlerSettings settings, HandlerType.Opener opener, String problem) {}
