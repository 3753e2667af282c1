package io.hostpulse.exporter.host;

import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.queue.Position;

/**
 * A record that was read and is not written yet.
 *
 * @param record the record
 * @param position where its stream's cursor stands when it is
 */
record Pulled(ExportRecord record, Position position) {}
