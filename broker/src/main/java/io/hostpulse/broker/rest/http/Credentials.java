package io.hostpulse.broker.rest.http;

import io.hostpulse.common.config.Secret;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what somebody presents in the headers of a request. */
final class Credentials {

    private static final String SCHEME = "Bearer ";

    /** Before a token that a web page offers as a subprotocol, because it can set no other header of a WebSocket. */
    private static final String SUBPROTOCOL = "hostpulse.token.";

    private Credentials() {}

    /** What is no bearer token is taken for a wrong one: whoever sends it means to be somebody. */
    static Optional<Secret> inHeader(HttpHeaders headers) {
        List<String> given = headers.getAll(HttpHeaderNames.AUTHORIZATION);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        boolean isToken = given.size() == 1 && given.get(0).regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return Optional.of(
                new Secret(isToken ? given.get(0).substring(SCHEME.length()).strip() : ""));
    }

    /** Leaves the other subprotocols; two tokens are a wrong one. */
    static Optional<Secret> takeFromSubprotocols(HttpHeaders headers) {
        List<String> tokens = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String header : headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL)) {
            for (String offered : header.split(",")) {
                String name = offered.strip();
                (name.startsWith(SUBPROTOCOL) ? tokens : others).add(name);
            }
        }
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        headers.remove(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
        if (!others.isEmpty()) {
            headers.set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, String.join(", ", others));
        }
        return Optional.of(new Secret(tokens.size() == 1 ? tokens.get(0).substring(SUBPROTOCOL.length()) : ""));
    }
}
