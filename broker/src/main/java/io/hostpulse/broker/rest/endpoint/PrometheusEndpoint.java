package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.broker.rest.Wanted;
import io.hostpulse.prometheus.Scrape;
import io.hostpulse.prometheus.text.Page;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Answers Prometheus. The queues are read for it at the desk, not asked of the feed: a scrape takes longer than a message may be held
 * up.
 */
final class PrometheusEndpoint {

    private final Scrape scrape;
    private final Answers answers;

    PrometheusEndpoint(Scrape scrape, Answers answers) {
        this.scrape = scrape;
        this.answers = answers;
    }

    CompletionStage<Response> scrape(Request request) {
        request.query();
        return answers.atDesk(() -> answer(request.wanted()));
    }

    private Response answer(Wanted wanted) throws IOException {
        Page page = scrape.answer(wanted.type(), wanted.encoding());
        Response response = Response.of(200, page.contentType(), page.body()).with("Vary", "Accept, Accept-Encoding");
        Optional<String> encoding = page.encoding();
        return encoding.isPresent() ? response.with("Content-Encoding", encoding.get()) : response;
    }
}
