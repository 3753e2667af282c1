package io.hostpulse.alerter.notify.webhook;

import io.hostpulse.alerter.notify.NotificationFields;
import io.hostpulse.alerter.notify.PlainText;
import io.hostpulse.common.model.Fields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How a value is written into a template, so that it can never be more than a value there. */
enum Escape {
    /** Inside a JSON text. */
    JSON {
        @Override
        String apply(String value) {
            String object =
                    NotificationFields.jsonText(Fields.builder().put("v", value).build());
            return object.substring(object.indexOf(':') + 2, object.length() - 2);
        }
    },
    /** A value of a web form. */
    FORM {
        @Override
        String apply(String value) {
            return URLEncoder.encode(PlainText.wellFormed(value), StandardCharsets.UTF_8);
        }
    },
    /** Inside XML or HTML. */
    MARKUP {
        @Override
        String apply(String value) {
            return PlainText.lines(value)
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;");
        }
    },
    /** As it is, without control characters. */
    PLAIN {
        @Override
        String apply(String value) {
            return PlainText.lines(value);
        }
    };

    abstract String apply(String value);

    static Escape forType(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.contains("json")) {
            return JSON;
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return FORM;
        }
        return type.contains("xml") || type.contains("html") ? MARKUP : PLAIN;
    }
}
