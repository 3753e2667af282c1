package io.hostpulse.broker;

import io.hostpulse.common.process.HostProcess;

/** Serves WebSocket clients and HTTP requests on one port. */
public final class BrokerMain {

    private BrokerMain() {}

    /**
     * Runs the broker until it is told to stop.
     *
     * @param args the options that all processes have
     */
    public static void main(String[] args) {
        System.exit(HostProcess.run(new Broker(), args));
    }
}
