package io.hostpulse.collector.source.system.systemd;

import java.io.IOException;
import java.util.List;

/** Asks for the units that have failed. It may take seconds. */
@FunctionalInterface
interface FailedUnits {

    List<String> ask() throws IOException;
}
