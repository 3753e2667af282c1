package io.hostpulse.exporter.sink.file;

import java.util.List;

/**
 * How much of an unfinished file counts.
 *
 * @param name what it is called when it is finished, without {@code .gz} or {@code .zst}
 * @param length so many bytes; what is behind them was being written at a crash
 * @param records so many records
 * @param begun the sample time of the first of them, epoch nanoseconds
 * @param columns its columns; empty for a file without
 */
record PartState(String name, long length, long records, long begun, List<String> columns) {

    PartState {
        columns = List.copyOf(columns);
    }
}
