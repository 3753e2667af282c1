package io.hostpulse.alerter.notify.webhook;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.ViolationExports;
import io.hostpulse.common.violation.ViolationExport;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * What the exporter writes to a file about the same violation.
 *
 * @param contentType what it calls itself
 * @param exports makes it
 * @param form JSON or a table
 */
record ViolationBody(String contentType, ViolationExports exports, Function<ViolationExport, String> form)
        implements WebhookBody {

    @Override
    public byte[] of(Notification notification) {
        return form.apply(exports.of(notification)).getBytes(StandardCharsets.UTF_8);
    }
}
