package io.hostpulse.common.net;

import io.hostpulse.common.config.Secret;
import io.hostpulse.common.process.Version;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is asked. It prints without its headers' values, its body and its path, any of which may be a secret.
 *
 * @param target who
 * @param method how
 * @param headers what goes with it besides what every request has; names and values must be fit for a header
 * @param body what is sent along
 */
public record HttpRequest(HttpTarget target, String method, Map<String, Secret> headers, Optional<byte[]> body) {

    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\xa0-\\xff]*");

    /**
     * Copies the headers.
     *
     * @throws IllegalArgumentException when a value would end its line or is not fit for a header otherwise
     */
    public HttpRequest {
        headers = Map.copyOf(headers);
        headers.forEach((name, value) -> {
            if (!VALUE.matcher(value.reveal()).matches()) {
                throw new IllegalArgumentException("the header " + name + " has a character that no header may have");
            }
        });
    }

    /** The whole request. It asks for no compression, so that no answer can be larger than it looks. */
    byte[] bytes() {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put("User-Agent", "hostpulse/" + Version.CURRENT);
        all.put("Accept", "application/json, */*;q=0.5");
        headers.forEach((name, value) -> all.put(name, value.reveal()));
        all.put("Accept-Encoding", "identity");
        all.put("Connection", "close");
        body.ifPresent(content -> all.put("Content-Length", Integer.toString(content.length)));
        return bytes(all);
    }

    private byte[] bytes(Map<String, String> all) {
        StringBuilder head = new StringBuilder(512);
        head.append(method).append(' ').append(target.resource()).append(" HTTP/1.1\r\nHost: ");
        head.append(target.hostHeader()).append("\r\n");
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        body.ifPresent(bytes::writeBytes);
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return method + " " + target;
    }
}
