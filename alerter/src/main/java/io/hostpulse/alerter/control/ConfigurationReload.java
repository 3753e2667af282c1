package io.hostpulse.alerter.control;

import io.hostpulse.common.control.ReloadView;
import java.util.OptionalLong;

/** Reads the configuration again while the alerter runs. Used by the thread of the rules. */
public interface ConfigurationReload {

    /** Cannot do it. */
    ConfigurationReload NONE = new ConfigurationReload() {
        @Override
        public String reload(long now) {
            return "this alerter reads its configuration only when it starts: restart it";
        }

        @Override
        public ReloadView last() {
            return new ReloadView(OptionalLong.empty(), "");
        }
    };

    /**
     * Takes over all of the configuration, or nothing of it.
     *
     * @param now the present time, epoch nanoseconds
     * @return why nothing was taken over, for people; empty when it was
     */
    String reload(long now);

    /**
     * Tells what came of it last.
     *
     * @return when, and the problem if there was one
     */
    ReloadView last();
}
