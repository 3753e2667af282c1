package io.hostpulse.collector;

import io.hostpulse.common.process.HostProcess;

/** Samples one source: {@code CollectorMain --source NAME}. */
public final class CollectorMain {

    private CollectorMain() {}

    /**
     * Runs the collector until it is told to stop.
     *
     * @param args {@code --source NAME} and the options that all processes have
     */
    public static void main(String[] args) {
        System.exit(HostProcess.run(new Collector(), args));
    }
}
