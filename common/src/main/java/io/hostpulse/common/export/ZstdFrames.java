package io.hostpulse.common.export;

import io.airlift.compress.zstd.ZstdCompressor;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes zstd in frames of one megabyte each, one after the other, which readers take for one text. The library's own stream finds
 * little of what repeats behind its first window: its files were five times as large. Used by one thread.
 */
final class ZstdFrames extends OutputStream {

    private static final int FRAME = 1 << 20;

    private final OutputStream out;
    private final ZstdCompressor compressor = new ZstdCompressor();
    private final byte[] plain = new byte[FRAME];
    private final byte[] compressed = new byte[compressor.maxCompressedLength(FRAME)];
    private int filled;
    private boolean isBegun;
    private boolean isClosed;

    ZstdFrames(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        while (from < offset + length) {
            if (filled == FRAME) {
                writeFrame();
            }
            int count = Math.min(FRAME - filled, offset + length - from);
            System.arraycopy(bytes, from, plain, filled, count);
            filled += count;
            from += count;
        }
    }

    private void writeFrame() throws IOException {
        out.write(compressed, 0, compressor.compress(plain, 0, filled, compressed, 0, compressed.length));
        filled = 0;
        isBegun = true;
    }

    /** Ends the last frame; a text without a character is an empty one. */
    @Override
    public void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        if (filled > 0 || !isBegun) {
            writeFrame();
        }
        out.close();
    }
}
