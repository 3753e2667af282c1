package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The few pages that never change: the one in the place of a dashboard that was not built, and the one for probes. Stateless. */
final class Pages {

    private static final String LANDING = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Hostpulse</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
              :root { color-scheme: light dark }
              body { font: 16px/1.6 system-ui, sans-serif; max-width: 42rem; margin: 12vh auto; padding: 0 1.5rem }
              h1 { font-weight: 600; letter-spacing: -.02em }
              code { background: color-mix(in srgb, currentColor 8%, transparent); padding: .1em .35em; border-radius: .3em }
              li { margin: .4em 0 }
            </style>
            </head>
            <body>
            <h1>Hostpulse is running</h1>
            <p>The dashboard is not in this build, because it was made without Node. To add it, install Node 20.19 or newer with npm
            (<code>node --version</code> says which you have), then build again and restart the broker:</p>
            <ul>
              <li><code>mvn -pl dist -am -DskipTests clean package</code></li>
              <li><code>./scripts/hostpulse restart broker</code></li>
            </ul>
            <p>Live data is one WebSocket away, on this port and any path. Look at it with:</p>
            <ul>
              <li><code>./scripts/hostpulse status</code> – processes, streams and how far everyone is</li>
              <li><code>./scripts/hostpulse tail processor -f</code> – a stream as it is written</li>
              <li><code>new WebSocket("ws://" + location.host)</code> – in this page's console</li>
              <li><a href="/healthz"><code>/healthz</code></a> – for probes</li>
            </ul>
            </body>
            </html>
            """;

    private Pages() {}

    static CompletionStage<Response> landing(Request request) {
        return page("text/html; charset=utf-8", LANDING);
    }

    private static CompletionStage<Response> page(String type, String text) {
        return CompletableFuture.completedStage(Response.of(200, type, text.getBytes(StandardCharsets.UTF_8)));
    }
}
