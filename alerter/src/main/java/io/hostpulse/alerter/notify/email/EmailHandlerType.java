package io.hostpulse.alerter.notify.email;

import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.common.config.ConfigNode;

/** The handler {@code email}. Itself it knows nothing of Jakarta Mail, so that naming it costs nothing. */
public final class EmailHandlerType implements HandlerType {

    /** Makes the kind; it holds nothing. */
    public EmailHandlerType() {}

    @Override
    public String name() {
        return "email";
    }

    @Override
    public Opener configure(ConfigNode options) {
        EmailOptions checked = EmailOptions.from(options);
        return surroundings -> checked.open(surroundings);
    }
}
