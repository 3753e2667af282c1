package io.hostpulse.broker;

import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.FileVersion;
import io.hostpulse.common.process.Configuration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker's settings, followed while it runs: when the configuration file has changed and stood still for a second, its limits are in
 * force, or none of them when there is a problem in it. {@link #get} may be asked by any thread; the rest is the feed's.
 */
final class LiveLimits implements Supplier<BrokerSettings> {

    private static final Logger LOG = LoggerFactory.getLogger(LiveLimits.class);

    private static final long LOOK_AGAIN = 1_000_000_000;

    private final Configuration configuration;
    private FileVersion seen;
    private long nextLook;
    private volatile BrokerSettings settings;
    private Consumer<BrokerSettings> follower = changed -> {};

    LiveLimits(Configuration configuration, BrokerSettings settings) {
        this.configuration = configuration;
        this.settings = settings;
        this.seen = configuration.version();
    }

    @Override
    public BrokerSettings get() {
        return settings;
    }

    /** Has somebody told of new settings, by the feed's thread. */
    void follow(Consumer<BrokerSettings> told) {
        follower = told;
    }

    /** Looks at the file when it is time, and says when it is time again. */
    long look(long now) {
        if (now >= nextLook || nextLook - now > 2 * LOOK_AGAIN) {
            nextLook = now + LOOK_AGAIN;
            FileVersion present = FileVersion.of(configuration.file());
            boolean stoodStill = present.equals(seen);
            seen = present;
            // A file that is gone is a mistake, and not the defaults.
            if (stoodStill && present.isThere() && !present.equals(configuration.version())) {
                read();
            }
        }
        return nextLook;
    }

    private void read() {
        try {
            BrokerSettings read = configuration.read(BrokerConfig::read).settings();
            if (!read.equals(settings)) {
                settings = read;
                follower.accept(read);
                LOG.info(
                        "what can change in 'broker' while it runs is in force; everything else waits for the next start");
            }
        } catch (ConfigException e) {
            LOG.warn("the limits stay as they are: {}", e.getMessage());
        }
    }
}
