package io.hostpulse.alerter.notify.email;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/**
 * What a server said about each recipient of one message.
 *
 * @param accepted for whom it has taken the message
 * @param refused whom it will never take it for, and why
 * @param later whom it may take it for another time, and why not now
 * @param said its last answer
 */
record MailAnswer(List<String> accepted, Map<String, String> refused, Map<String, String> later, String said) {

    /** Too many at once, says RFC 5321, 4.5.3.1.10, although its digits say for good. */
    private static final int TOO_MANY = 552;

    static MailAnswer forAll(Collection<InternetAddress> recipients, String said) {
        return new MailAnswer(
                recipients.stream().map(InternetAddress::getAddress).toList(), Map.of(), Map.of(), said);
    }

    static MailAnswer forSome(SendFailedException failure, String said) {
        Map<String, String> refused = new LinkedHashMap<>();
        Map<String, String> later = new LinkedHashMap<>();
        for (Exception next = failure.getNextException();
                next != null;
                next = next instanceof MessagingException more ? more.getNextException() : null) {
            if (next instanceof SMTPAddressFailedException one) {
                boolean isForGood = one.getReturnCode() / 100 == 5 && one.getReturnCode() != TOO_MANY;
                (isForGood ? refused : later).put(one.getAddress().getAddress(), one.getMessage());
            }
        }
        return new MailAnswer(sent(failure), refused, later, said);
    }

    private static List<String> sent(SendFailedException failure) {
        Address[] sent = failure.getValidSentAddresses();
        return (sent == null ? Stream.<Address>empty() : Arrays.stream(sent))
                .map(address -> ((InternetAddress) address).getAddress())
                .toList();
    }
}
