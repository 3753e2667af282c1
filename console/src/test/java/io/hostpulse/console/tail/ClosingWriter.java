package io.hostpulse.console.tail;

import java.io.IOException;
import java.io.Writer;

/** Stands for a pipe whose reader goes away after some lines. */
final class ClosingWriter extends Writer {

    private final Writer target;
    private int linesLeft;

    ClosingWriter(Writer target, int lines) {
        this.target = target;
        this.linesLeft = lines;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        if (linesLeft <= 0) {
            throw new IOException("Broken pipe");
        }
        String written = new String(text, from, length);
        linesLeft -= (int) written.chars().filter(letter -> letter == '\n').count();
        target.write(written);
    }

    @Override
    public void flush() throws IOException {
        if (linesLeft <= 0) {
            throw new IOException("Broken pipe");
        }
    }

    @Override
    public void close() {}
}
