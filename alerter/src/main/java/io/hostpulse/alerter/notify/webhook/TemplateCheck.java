package io.hostpulse.alerter.notify.webhook;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordFormatException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Fills a template once, so that one which makes no JSON is found when it is read and not when something is wrong. */
final class TemplateCheck {

    private static final Alert ALERT = new Alert(
            "0123456789ab",
            new AlertKey("example", "path=/"),
            "disk",
            "percentage",
            AlertLevel.WARNING,
            AlertState.FIRING,
            Measured.of(90, 85),
            "\"quoted\" \\ and\nbroken",
            0,
            0,
            OptionalLong.empty(),
            false,
            Optional.empty(),
            List.of(),
            Map.of());

    private TemplateCheck() {}

    static void check(TemplateBody body) {
        byte[] filled = body.of(new Notification(
                "example", Notification.Kind.TEST, 0, "\"host\"", List.of(ALERT), Map.of(), "\"held\" back"));
        if (Escape.forType(body.contentType()) == Escape.JSON) {
            checkJson(filled);
        }
    }

    /** Inside an object, so that a list or a text will do, too. */
    private static void checkJson(byte[] filled) {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.writeBytes("{\"body\":".getBytes(StandardCharsets.UTF_8));
        object.writeBytes(filled);
        object.write('}');
        try {
            new PayloadReader().read(object.toByteArray());
        } catch (RecordFormatException e) {
            throw new IllegalArgumentException(
                    "is no JSON once it is filled in: put placeholders into quotes, except {{json}} and {{count}}", e);
        }
    }
}
