package io.hostpulse.alerter.notify.email;

import io.hostpulse.common.config.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Who we are to a mail server.
 *
 * @param username a name
 * @param password what proves it
 */
record MailLogin(String username, Secret password) {

    /** All forms in which the password goes over the line: a server's answer may repeat what it was told. */
    List<Secret> secrets() {
        String word = password.reveal();
        return List.of(
                password,
                encoded(word),
                encoded("\0" + username + "\0" + word),
                encoded(username + "\0" + username + "\0" + word));
    }

    private static Secret encoded(String text) {
        return new Secret(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }
}
