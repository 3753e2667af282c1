package io.hostpulse.alerter.notify.webhook;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.NotificationText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A body as the user wrote it, with {@code {{placeholders}}}. There are no conditions and no loops: whoever needs them takes {@code
 * {{json}}} apart. What is filled in is never looked at again.
 */
final class TemplateBody implements WebhookBody {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(.*?)\\}\\}", Pattern.DOTALL);

    /** Writes one part. */
    private interface Part extends Function<Notification, String> {}

    private final String contentType;
    private final List<Part> parts;

    private TemplateBody(String contentType, List<Part> parts) {
        this.contentType = contentType;
        this.parts = List.copyOf(parts);
    }

    /**
     * Takes a template apart.
     *
     * @throws IllegalArgumentException when it names something that does not exist
     */
    static TemplateBody parse(String template, String contentType, NotificationText text) {
        Escape escape = Escape.forType(contentType);
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(template);
        int end = 0;
        while (matcher.find()) {
            String literal = template.substring(end, matcher.start());
            Placeholder placeholder = Placeholder.named(matcher.group(1).strip());
            parts.add(notification -> literal);
            parts.add(notification -> placeholder.fill(notification, text, escape));
            end = matcher.end();
        }
        String rest = template.substring(end);
        if (rest.contains("{{")) {
            throw new IllegalArgumentException("a {{ has no }}");
        }
        parts.add(notification -> rest);
        return new TemplateBody(contentType, parts);
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public byte[] of(Notification notification) {
        StringBuilder body = new StringBuilder();
        parts.forEach(part -> body.append(part.apply(notification)));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
