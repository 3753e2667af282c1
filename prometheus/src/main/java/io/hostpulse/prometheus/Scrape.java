package io.hostpulse.prometheus;

import io.hostpulse.prometheus.read.HostReader;
import io.hostpulse.prometheus.table.Mapping;
import io.hostpulse.prometheus.text.Page;
import io.hostpulse.prometheus.text.PageWriter;
import java.io.IOException;
import java.util.Optional;

/**
 * Answers scrapes: reads, maps and writes. Takes a few milliseconds, so not for a thread that others wait for. Any thread.
 *
 * @param reader reads the newest records
 * @param mapping makes metrics of them
 */
public record Scrape(HostReader reader, Mapping mapping) {

    /** How many series a metric may have. A host with 500 interfaces or 1000 cores is within. */
    public static final int USUAL_LIMIT = 2000;

    /**
     * Answers one.
     *
     * @param accept the header Accept, if it was sent
     * @param acceptEncoding the header Accept-Encoding, if it was sent
     * @return the answer
     * @throws IOException when the streams cannot be listed
     */
    public Page answer(Optional<String> accept, Optional<String> acceptEncoding) throws IOException {
        return new PageWriter(accept, acceptEncoding).write(mapping.metrics(reader.read()));
    }
}
