package io.hostpulse.alerter.notify.http;

import io.hostpulse.alerter.notify.NotificationFields;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.net.HttpRequest;
import io.hostpulse.common.net.HttpTarget;
import java.util.Map;
import java.util.Optional;

/** A post of a JSON object. */
public final class JsonPost {

    private JsonPost() {}

    /**
     * Makes it.
     *
     * @param target where it goes
     * @param object what is sent
     * @return the request
     */
    public static HttpRequest of(HttpTarget target, Fields object) {
        return new HttpRequest(
                target,
                "POST",
                Map.of("Content-Type", new Secret("application/json")),
                Optional.of(NotificationFields.json(object)));
    }
}
