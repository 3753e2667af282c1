package io.hostpulse.broker;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a real broker, which each of them has for itself. */
abstract class BrokerFixture {

    @TempDir
    Path root;

    RunningBroker broker;

    private final String[] settings;

    BrokerFixture(String... settings) {
        this.settings = settings;
    }

    /** What must be there before the broker is. */
    void prepare() throws Exception {}

    /** What is only to go when the broker has gone. */
    void tidyUp() throws Exception {}

    @BeforeEach
    final void startBroker() throws Exception {
        prepare();
        broker = new RunningBroker(root, settings);
    }

    @AfterEach
    final void stopBroker() throws Exception {
        broker.close();
        tidyUp();
    }
}
