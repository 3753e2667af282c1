package io.hostpulse.exporter.host;

import io.hostpulse.common.export.ExportNow;
import io.hostpulse.common.export.ExportRecord;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who asks a sink to write everything at once, one after the other, and what they are told. Belongs to the sink's thread. */
final class Requests {

    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    private final String sink;
    private final ExportNow exportNow;
    private Optional<String> asked = Optional.empty();
    private long askedAt;

    Requests(String sink, ExportNow exportNow) {
        this.sink = sink;
        this.exportNow = exportNow;
    }

    /** Looks whether somebody asks, unless another one waits already; tells whether it is so. */
    boolean listen(long now) {
        if (isAny()) {
            return false;
        }
        try {
            asked = exportNow.take();
            askedAt = now;
        } catch (IOException e) {
            LOG.warn("a request for {} cannot be read: {}", sink, e.toString());
        }
        return isAny();
    }

    boolean isAny() {
        return asked.isPresent();
    }

    /** What was sampled later than somebody asked need not be written for the answer. */
    boolean isAbout(ExportRecord record) {
        return isAny() && record.sampleTime() <= askedAt;
    }

    void written() {
        asked.ifPresent(request -> answer(request, ExportNow.WRITTEN));
    }

    void failed(String reason) {
        asked.ifPresent(request -> answer(request, "failed: " + reason));
    }

    private void answer(String request, String text) {
        try {
            exportNow.answer(request, text);
        } catch (IOException e) {
            LOG.warn("whoever asked {} to write cannot be told: {}", sink, e.toString());
        }
        asked = Optional.empty();
    }
}
