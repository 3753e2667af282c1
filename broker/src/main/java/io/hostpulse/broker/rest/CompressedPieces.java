package io.hostpulse.broker.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Compresses a long body with gzip as it is made. Used by one thread at a time. */
public final class CompressedPieces implements Pieces {

    private final Pieces plain;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final GZIPOutputStream gzip;
    private boolean isOver;

    /**
     * Compresses a body.
     *
     * @param plain the body; it is closed with this
     */
    public CompressedPieces(Pieces plain) {
        this.plain = plain;
        try {
            this.gzip = new GZIPOutputStream(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    @Override
    public Optional<byte[]> next() {
        if (isOver) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> piece = plain.next();
            if (piece.isPresent()) {
                gzip.write(piece.get());
            } else {
                isOver = true;
                gzip.finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        byte[] compressed = bytes.toByteArray();
        bytes.reset();
        return Optional.of(compressed);
    }

    @Override
    public void close() {
        try {
            // Gives the compressor's memory back, which lies outside the heap.
            gzip.close();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        } finally {
            plain.close();
        }
    }
}
