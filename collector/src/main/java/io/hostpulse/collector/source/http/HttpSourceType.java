package io.hostpulse.collector.source.http;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceType;
import io.hostpulse.common.config.ConfigNode;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
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
        Function<InetAddress, Optional<String>> refusal =
                options.allowPrivate() ? any -> Optional.empty() : AddressKind::special;
        Dialer dialer = new Dialer(InetAddress::getAllByName, refusal, options.tls());
        HttpClient client = new HttpClient(dialer, options.limits(), CLOCK);
        return new HttpSource(client, options.question(), options.metrics(), CLOCK);
    }
}
