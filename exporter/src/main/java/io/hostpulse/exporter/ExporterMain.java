package io.hostpulse.exporter;

import io.hostpulse.common.process.HostProcess;

/** Writes records to files and stores, each at its own pace. */
public final class ExporterMain {

    private ExporterMain() {}

    /**
     * Runs the exporter until it is told to stop.
     *
     * @param args the options that all processes have
     */
    public static void main(String[] args) {
        System.exit(HostProcess.run(new Exporter(), args));
    }
}
