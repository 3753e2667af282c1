package io.hostpulse.collector.source.http;

import io.hostpulse.common.config.Secret;
import io.hostpulse.common.process.Version;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is asked.
 *
 * @param target who
 * @param method how
 * @param headers the user's own, any of which may be a secret
 * @param body what is sent along
 */
record HttpQuestion(HttpTarget target, HttpMethod method, Map<String, Secret> headers, Optional<Secret> body) {

    HttpQuestion {
        headers = Map.copyOf(headers);
    }

    /** The whole request. It asks for no compression, so that no answer can be larger than it looks. */
    byte[] bytes() {
        byte[] content =
                body.map(text -> text.reveal().getBytes(StandardCharsets.UTF_8)).orElse(new byte[0]);
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put("User-Agent", "hostpulse/" + Version.CURRENT);
        all.put("Accept", "application/json, */*;q=0.5");
        if (body.isPresent()) {
            all.put("Content-Type", "application/json");
        }
        headers.forEach((name, value) -> all.put(name, value.reveal()));
        all.put("Accept-Encoding", "identity");
        all.put("Connection", "close");
        if (method == HttpMethod.POST) {
            all.put("Content-Length", Integer.toString(content.length));
        }
        return bytes(all, content);
    }

    private byte[] bytes(Map<String, String> all, byte[] content) {
        StringBuilder head = new StringBuilder(512);
        head.append(method).append(' ').append(target.resource()).append(" HTTP/1.1\r\nHost: ");
        head.append(target.hostHeader()).append("\r\n");
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }
}
