package io.hostpulse.alerter.notify.email;

import io.hostpulse.common.config.ConfigNode;
import jakarta.mail.internet.InternetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From whom mail comes and to whom it goes.
 *
 * @param from who sends it; empty after a problem
 * @param to who should read it
 * @param cc who may read it too
 * @param bcc who gets it without being named in it
 */
record Envelope(
        Optional<InternetAddress> from, List<InternetAddress> to, List<InternetAddress> cc, List<InternetAddress> bcc) {

    /** Many servers take no more than a hundred at once; longer lists belong into the mail server. */
    private static final int MOST_RECIPIENTS = 50;

    static Envelope from(ConfigNode options) {
        Envelope envelope = new Envelope(
                sender(options), addresses(options, "to"), addresses(options, "cc"), addresses(options, "bcc"));
        if (envelope.recipients().size() > MOST_RECIPIENTS) {
            options.problem(
                    "to", "with cc and bcc there are more than " + MOST_RECIPIENTS + ": let the server have a list");
        }
        return envelope;
    }

    private static Optional<InternetAddress> sender(ConfigNode options) {
        String from = options.text("from", "");
        if (from.isEmpty()) {
            options.problem("from", "is missing: write an address that may send here, such as hostpulse@example.org");
            return Optional.empty();
        }
        return MailAddress.read(options, "from", from);
    }

    private static List<InternetAddress> addresses(ConfigNode options, String key) {
        List<String> written = options.texts(key, List.of());
        if (written.isEmpty() && key.equals("to")) {
            options.problem("to", "is missing: write who gets the mail, such as [ops@example.org]");
        }
        return written.stream()
                .flatMap(text -> MailAddress.read(options, key, text).stream())
                .toList();
    }

    /** Everybody once, by address. */
    Map<String, InternetAddress> recipients() {
        Map<String, InternetAddress> all = new LinkedHashMap<>();
        Stream.of(to, cc, bcc).flatMap(List::stream).forEach(one -> all.putIfAbsent(one.getAddress(), one));
        return all;
    }

    String domain() {
        String address = from.orElseThrow().getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
