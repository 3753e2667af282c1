package io.hostpulse.alerter.notify.email;

import io.hostpulse.common.config.ConfigNode;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses as people write them: {@code ops@example.org} or {@code Operations <ops@example.org>}. */
final class MailAddress {

    private static final Pattern PLAIN = Pattern.compile("[!-~]+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private MailAddress() {}

    static Optional<InternetAddress> read(ConfigNode options, String key, String text) {
        try {
            return Optional.of(parse(text));
        } catch (AddressException | UnsupportedEncodingException e) {
            options.problem(key, "'" + text + "' is no address of mail: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static InternetAddress parse(String text) throws AddressException, UnsupportedEncodingException {
        if (CONTROL.matcher(text).find()) {
            throw new AddressException("it holds a control character");
        }
        InternetAddress[] addresses = InternetAddress.parse(text, true);
        if (addresses.length != 1 || addresses[0].isGroup()) {
            throw new AddressException("write one address in each entry");
        }
        InternetAddress address = addresses[0];
        address.validate();
        if (!PLAIN.matcher(address.getAddress()).matches()) {
            throw new AddressException("only ASCII is understood by every server; a domain has an xn-- form");
        }
        address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
        return address;
    }
}
