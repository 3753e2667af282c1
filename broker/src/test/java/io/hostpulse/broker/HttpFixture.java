package io.hostpulse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Fields;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Tests that ask their broker over HTTP, or connect WebSockets with Java's own client. */
abstract class HttpFixture extends BrokerFixture {

    final HttpClient http = HttpClient.newHttpClient();

    HttpFixture(String... settings) {
        super(settings);
    }

    final HttpResponse<String> get(String target) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(broker.page(target)).build(), BodyHandlers.ofString());
    }

    /** A request with a body of JSON, or with none if it is empty. */
    final HttpRequest.Builder request(String method, String target, String body) {
        return HttpRequest.newBuilder(broker.page(target))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    final CompletableFuture<HttpResponse<String>> send(String method, String target, String body) {
        return http.sendAsync(request(method, target, body).build(), BodyHandlers.ofString());
    }

    static Fields parsed(HttpResponse<String> response) {
        return new PayloadReader().read(response.body().getBytes(StandardCharsets.UTF_8));
    }

    static Fields ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return parsed(response);
    }
}
