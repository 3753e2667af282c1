package io.hostpulse.broker.compression;

import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionData;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionUtil;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The agreement on permessage-deflate (RFC 7692, section 7.1): always without context, in both directions. So one compressed message
 * serves all clients, and none costs memory between its messages.
 */
public final class DeflateOffer {

    private static final String NAME = "permessage-deflate";
    private static final String SERVER_WINDOW = "server_max_window_bits";
    private static final String CLIENT_WINDOW = "client_max_window_bits";
    private static final List<String> SWITCHES = List.of("server_no_context_takeover", "client_no_context_takeover");

    /** The only window that Java's deflater has. */
    private static final String FULL_WINDOW = "15";

    private static final String WINDOW = "[89]|1[0-5]";

    private DeflateOffer() {}

    /**
     * Chooses the first offer that can be met.
     *
     * @param headers the values of {@code Sec-WebSocket-Extensions} that the client sent
     * @return what the server answers under the same name; empty when messages stay as they are
     */
    public static Optional<String> accept(List<String> headers) {
        return headers.stream()
                .flatMap(header -> WebSocketExtensionUtil.extractExtensions(header).stream())
                .filter(DeflateOffer::canBeMet)
                .map(DeflateOffer::answer)
                .findFirst();
    }

    private static boolean canBeMet(WebSocketExtensionData offer) {
        return offer.name().equalsIgnoreCase(NAME)
                && offer.parameters().entrySet().stream().allMatch(DeflateOffer::canBeMet);
    }

    private static boolean canBeMet(Map.Entry<String, String> parameter) {
        String value = parameter.getValue();
        return switch (parameter.getKey()) {
            case SERVER_WINDOW -> FULL_WINDOW.equals(value);
            case CLIENT_WINDOW -> value == null || value.matches(WINDOW);
            default -> SWITCHES.contains(parameter.getKey()) && value == null;
        };
    }

    private static String answer(WebSocketExtensionData offer) {
        String window = offer.parameters().containsKey(SERVER_WINDOW) ? "; " + SERVER_WINDOW + "=" + FULL_WINDOW : "";
        return NAME + "; " + String.join("; ", SWITCHES) + window;
    }
}
