package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells where the following page of a long list is: the same question with one parameter changed (RFC 8288). */
final class NextPage {

    private NextPage() {}

    static Response link(Response response, Request request, String parameter, String value) {
        Map<String, String> query = new LinkedHashMap<>(request.target().query());
        query.put(parameter, value);
        String address =
                request.target().segments().stream().map(NextPage::encoded).collect(Collectors.joining("/", "/", "?"))
                        + query.entrySet().stream()
                                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                                .collect(Collectors.joining("&"));
        return response.with("Link", "<" + address + ">; rel=\"next\"");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
