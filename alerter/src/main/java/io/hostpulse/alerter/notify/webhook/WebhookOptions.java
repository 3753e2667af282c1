package io.hostpulse.alerter.notify.webhook;

import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.notify.NotificationFields;
import io.hostpulse.alerter.notify.NotificationText;
import io.hostpulse.alerter.notify.ViolationExports;
import io.hostpulse.alerter.notify.http.HttpOptions;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.export.Compression;
import io.hostpulse.common.net.HttpHeaders;
import io.hostpulse.common.net.HttpTarget;
import io.hostpulse.common.violation.ViolationExport;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The options of a handler of type webhook.
 *
 * @param http how to connect
 * @param target where it goes; empty after a problem
 * @param method how
 * @param headers what goes with it
 * @param signature what signs it, if wanted
 * @param format what is sent
 * @param template what is sent instead, if written
 * @param contentType what a template is
 * @param compression how the body is compressed
 */
record WebhookOptions(
        HttpOptions http,
        Optional<HttpTarget> target,
        WebhookMethod method,
        Map<String, Secret> headers,
        Optional<Signature> signature,
        WebhookFormat format,
        Optional<String> template,
        String contentType,
        Compression compression) {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv; charset=utf-8; header=present";
    private static final Pattern CONTENT_TYPE = Pattern.compile("[\\x21-\\x7e]+/[\\x20-\\x7e]+");

    static WebhookOptions from(ConfigNode options) {
        HttpOptions http = HttpOptions.from(options);
        WebhookOptions read = new WebhookOptions(
                http,
                http.url(options, "https://example.org/hooks/hostpulse"),
                options.choice("method", WebhookMethod.POST),
                HttpHeaders.from(options),
                options.secret("signature_secret").map(Signature::new),
                options.choice("format", WebhookFormat.HOSTPULSE),
                options.optionalText("body"),
                options.text("content_type", JSON),
                options.choice("compress", Compression.NONE));
        read.check(options);
        return read;
    }

    private void check(ConfigNode options) {
        if (!CONTENT_TYPE.matcher(contentType).matches()) {
            options.problem("content_type", "is none: write, for example, application/json or text/plain");
        }
        if (template.isEmpty() && !contentType.equals(JSON)) {
            options.problem("content_type", "is for a 'body' of your own: the known formats have theirs");
        }
        if (template.isPresent() && format != WebhookFormat.HOSTPULSE) {
            options.problem("body", "is sent instead of 'format': keep one of them");
        }
        template.ifPresent(text -> checkTemplate(options, text));
    }

    private void checkTemplate(ConfigNode options, String text) {
        try {
            TemplateCheck.check(TemplateBody.parse(text, contentType, new NotificationText(ZoneOffset.UTC)));
        } catch (IllegalArgumentException e) {
            options.problem("body", e.getMessage());
        }
    }

    WebhookBody body(HandlerSurroundings surroundings) {
        if (template.isPresent()) {
            return TemplateBody.parse(template.get(), contentType, new NotificationText(surroundings.zone()));
        }
        return switch (format) {
            case HOSTPULSE -> new ObjectBody(JSON, NotificationFields::of);
            case ALERTMANAGER -> new ObjectBody(JSON, new AlertmanagerPayload(surroundings.name())::of);
            case CLOUDEVENTS -> new ObjectBody(CloudEvent.CONTENT_TYPE, CloudEvent::of);
            case VIOLATION ->
                new ViolationBody(JSON, new ViolationExports(surroundings.violations()), ViolationExport::json);
            case VIOLATION_CSV ->
                new ViolationBody(CSV, new ViolationExports(surroundings.violations()), ViolationExport::csv);
        };
    }
}
