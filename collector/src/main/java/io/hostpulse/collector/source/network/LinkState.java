package io.hostpulse.collector.source.network;

import io.hostpulse.common.model.Value;

/**
 * What changes rarely about an interface.
 *
 * @param up whether it can carry traffic now
 * @param speed what the link was negotiated to, in megabits per second
 * @param loopback whether its traffic never leaves the host
 */
record LinkState(Value up, Value speed, boolean loopback) {

    static final Value NO_SPEED =
            new Value.Missing("the interface reports no speed; virtual ones and those without link do not");
}
