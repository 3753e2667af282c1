package io.hostpulse.common.net;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The options {@code headers}, {@code username} with {@code password}, and {@code bearer_token}. All values are secrets. */
public final class HttpHeaders {

    private static final String FILE = "_file";
    private static final String AUTHORIZATION = "Authorization";
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\xa0-\\xff]*");

    /** They frame the request; a second opinion about them would confuse the server. */
    private static final Set<String> OURS =
            Set.of("host", "connection", "content-length", "transfer-encoding", "accept-encoding", "upgrade", "te");

    private final Map<String, Secret> headers = new LinkedHashMap<>();

    private HttpHeaders() {}

    /**
     * Reads them.
     *
     * @param options the section that holds them; problems are reported through it
     * @return the headers by name, fit to be sent
     */
    public static Map<String, Secret> from(ConfigNode options) {
        HttpHeaders headers = new HttpHeaders();
        headers.addWritten(options.section("headers"));
        headers.addAuthorization(options);
        return headers.headers;
    }

    private void addWritten(ConfigNode written) {
        for (String key : written.keys()) {
            String name = key.endsWith(FILE) ? key.substring(0, key.length() - FILE.length()) : key;
            Optional<Secret> value = written.secret(name);
            if (!NAME.matcher(name).matches() || OURS.contains(name.toLowerCase(Locale.ROOT))) {
                written.problem(key, "is no header that can be set");
            }
            value.ifPresent(text -> put(written, key, name, text));
        }
    }

    private void put(ConfigNode node, String key, String name, Secret value) {
        if (VALUE.matcher(value.reveal()).matches()) {
            headers.put(name, value);
        } else {
            node.problem(key, "has a line end, or another character that no header may have");
        }
    }

    private void addAuthorization(ConfigNode options) {
        Optional<String> username = options.optionalText("username");
        Optional<Secret> password = options.secret("password");
        Optional<Secret> token = options.secret("bearer_token");
        if (username.isPresent() != password.isPresent()) {
            options.problem(username.isPresent() ? "username" : "password", "needs the other of username and password");
        }
        boolean written = headers.keySet().stream().anyMatch(AUTHORIZATION::equalsIgnoreCase);
        if ((username.isPresent() ? 1 : 0) + (token.isPresent() ? 1 : 0) + (written ? 1 : 0) > 1) {
            options.problem("headers", "more than one of username, bearer_token and a header Authorization: keep one");
        }
        token.ifPresent(secret -> put(options, "bearer_token", AUTHORIZATION, new Secret("Bearer " + secret.reveal())));
        if (username.isPresent() && password.isPresent()) {
            headers.put(AUTHORIZATION, basic(username.get(), password.get()));
        }
    }

    private static Secret basic(String username, Secret password) {
        byte[] both = (username + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return new Secret("Basic " + Base64.getEncoder().encodeToString(both));
    }
}
