package io.hostpulse.alerter.notify.email;

import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.notify.AlertFacts;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.NotificationText;
import io.hostpulse.alerter.notify.PlainText;
import io.hostpulse.alerter.notify.Tone;
import io.hostpulse.common.alert.Alert;
import java.time.ZoneId;
import java.util.List;

/**
 * Says a notification in plain text and in HTML.
 *
 * @param text how things are said
 */
record MailBody(NotificationText text) {

    /** Some readers cut what is longer than about 100 KB. */
    private static final int LONGEST_PLAIN = 64 << 10;

    /** The others are named in one line each. */
    private static final int MOST_IN_FULL = 10;

    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_SHORT_LINE = 160;
    private static final int MOST_FACTS = 20;
    private static final int MOST_PROCESSES = 10;

    MailBody(ZoneId zone) {
        this(new NotificationText(zone));
    }

    String plain(Notification notification) {
        return text.text(notification, LONGEST_PLAIN) + "\n";
    }

    String html(Notification notification) {
        Tone tone = Tone.of(notification);
        List<Alert> alerts = notification.alerts();
        int inFull = Math.min(alerts.size(), MOST_IN_FULL);
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head>\n"
                + "<body style=\"font-family:Arial,Helvetica,sans-serif;font-size:14px;color:#1d1c1d\">\n");
        html.append("<h2 style=\"border-left:6px solid ")
                .append(tone.hex())
                .append(";padding-left:10px;margin:0 0 12px\">");
        html.append(Html.text(tone.sign() + " " + text.headline(notification))).append("</h2>\n");
        alerts.subList(0, inFull).forEach(alert -> html.append(full(alert, notification)));
        alerts.subList(inFull, alerts.size()).forEach(alert -> html.append(brief(alert, notification)));
        if (!notification.heldBack().isBlank()) {
            html.append(paragraph(notification.heldBack(), LONGEST_LINE));
        }
        return html.append("</body></html>\n").toString();
    }

    private String full(Alert alert, Notification notification) {
        AlertContext context = notification.contexts().getOrDefault(alert.id(), AlertContext.NONE);
        StringBuilder facts = new StringBuilder();
        AlertFacts.of(alert, notification.at(), text.times()).stream()
                .limit(MOST_FACTS)
                .forEach(fact -> facts.append(Html.row(fact.name(), fact.value())));
        return "<h3 style=\"margin:14px 0 4px\">" + Html.text(text.line(alert, notification.at())) + "</h3>\n"
                + Html.table(facts.toString())
                + HtmlChart.of(alert, context.recent(), Tone.of(alert).hex())
                + processes(context.processes())
                + (context.unknown().isEmpty()
                        ? ""
                        : paragraph("Processes: unknown, " + context.unknown(), LONGEST_LINE));
    }

    private static String processes(List<AlertContext.TopProcess> processes) {
        if (processes.isEmpty()) {
            return "";
        }
        StringBuilder rows = new StringBuilder(Html.row("Process", "PID", "User", "Uses"));
        processes.stream()
                .limit(MOST_PROCESSES)
                .forEach(process -> rows.append(Html.row(
                        PlainText.line(process.name(), LONGEST_SHORT_LINE),
                        Long.toString(process.pid()),
                        PlainText.line(process.user(), LONGEST_SHORT_LINE),
                        PlainText.line(process.use(), LONGEST_SHORT_LINE))));
        return Html.table(rows.toString());
    }

    private String brief(Alert alert, Notification notification) {
        return paragraph(text.line(alert, notification.at()), LONGEST_SHORT_LINE);
    }

    private static String paragraph(String any, int most) {
        return "<p style=\"margin:4px 0\">" + Html.text(PlainText.line(any, most)) + "</p>\n";
    }
}
