package io.hostpulse.collector.source.disk;

import java.io.IOException;

/** Asks one filesystem how full it is. It may block for ever, and is called by several threads. */
@FunctionalInterface
interface SpaceGauge {

    Space ask(String path) throws IOException;
}
