package io.hostpulse.alerter.notify.email;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.net.ConnectionOptions;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;

/**
 * The server that takes our mail, and how we talk to it.
 *
 * @param host its name or address; empty after a problem
 * @param port its port
 * @param tls how the connection is encrypted
 * @param authorities whose certificates are believed
 * @param login who we are, if it wants to know
 * @param hostname what we call ourselves, if that is configured
 * @param times how long it may take
 */
record MailServer(
        String host,
        int port,
        MailTls tls,
        Supplier<SSLSocketFactory> authorities,
        Optional<MailLogin> login,
        Optional<String> hostname,
        MailTimes times) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");
    private static final Pattern HOSTNAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.[0-9.]+|::1");

    static MailServer from(ConfigNode options) {
        MailTls tls = options.choice("tls", MailTls.STARTTLS);
        MailServer server = new MailServer(
                options.text("host", ""),
                options.whole("port", tls.usualPort(), 1, 65_535),
                tls,
                ConnectionOptions.authorities(options),
                login(options),
                options.optionalText("hostname"),
                MailTimes.from(options));
        server.check(options);
        return server;
    }

    private static Optional<MailLogin> login(ConfigNode options) {
        Optional<String> username = options.optionalText("username").filter(name -> !name.isBlank());
        Optional<Secret> password = options.secret("password");
        if (username.isPresent() != password.isPresent()) {
            options.problem(
                    username.isPresent() ? "password" : "username",
                    "is missing: write both 'username' and 'password' (or 'password_file'), or none");
            return Optional.empty();
        }
        return username.map(name -> new MailLogin(name, password.orElseThrow()));
    }

    private void check(ConfigNode options) {
        if (host.isEmpty()) {
            options.problem("host", "is missing: say which mail server takes your mail, such as smtp.example.org");
        } else if (!HOST.matcher(host).matches()) {
            options.problem("host", "is no name of a server: write one such as smtp.example.org, without a port");
        }
        if (hostname.isPresent() && !HOSTNAME.matcher(hostname.get()).matches()) {
            options.problem("hostname", "is no name of a machine: write one such as atlas.example.org");
        }
        if (tls == MailTls.NONE && login.isPresent() && !LOOPBACK.matcher(host).matches()) {
            options.problem(
                    "tls",
                    "with 'none' the password would cross the network in plain text: write starttls or implicit");
        }
    }
}
