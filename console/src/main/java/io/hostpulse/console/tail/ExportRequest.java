package io.hostpulse.console.tail;

import io.hostpulse.common.model.StreamName;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be exported.
 *
 * @param stream the stream
 * @param directory where it lies
 * @param from the first record is the oldest one not sampled before this, epoch nanoseconds
 * @param to what follows the first record not sampled before this, itself included, is left out; epoch nanoseconds
 */
public record ExportRequest(StreamName stream, Path directory, Optional<Long> from, Optional<Long> to) {}
