package io.hostpulse.alerter;

import io.hostpulse.common.process.HostProcess;

/** Applies rules to all streams and tells people. */
public final class AlerterMain {

    private AlerterMain() {}

    /**
     * Runs the alerter until it is told to stop.
     *
     * @param args the options that all processes have
     */
    public static void main(String[] args) {
        System.exit(HostProcess.run(new Alerter(), args));
    }
}
