package io.hostpulse.console.tail;

/**
 * What became of an export.
 *
 * @param records how many were written
 * @param missing how many lie between them that are gone
 */
public record ExportResult(long records, long missing) {}
