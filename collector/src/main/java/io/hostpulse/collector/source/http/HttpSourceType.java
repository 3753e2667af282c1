package io.hostpulse.collector.source.http;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceType;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.net.HttpClient;
import io.hostpulse.common.net.HttpRequest;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The source {@code http}: a URL, its status, its time, and values of the JSON that it answers with. */
public final class HttpSourceType implements SourceType {

    private static final LongSupplier CLOCK = System::nanoTime;

    /** Makes the kind; it holds nothing. */
    public HttpSourceType() {}

    @Override
    public String name() {
        return "http";
    }

    @Override
    public Duration defaultInterval() {
        return HttpOptions.INTERVAL;
    }

    @Override
    public Opener configure(ConfigNode options) {
        HttpOptions checked = HttpOptions.from(options);
        return context -> open(checked);
    }

    private static Source open(HttpOptions options) {
        HttpRequest request = options.request().orElseThrow();
        HttpClient client = new HttpClient(options.connection().dialer(), options.limits(), options.redirects(), CLOCK);
        return new HttpSource(client, request, options.metrics(), CLOCK);
    }
}
