package io.hostpulse.collector.source.network;

import io.hostpulse.collector.source.text.MalformedTextException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the states in /proc/net/tcp or tcp6 as the bytes go by: the fourth column of every line but the first, two
 * hexadecimal digits. There may be a hundred thousand lines, so none becomes a text and the file is never in memory.
 */
final class SocketTableText {

    private static final int STATE_COLUMN = 4;

    private final String file;
    private final ConnectionCounts counts;
    private boolean heading = true;
    private int column;
    private boolean inWord;
    private int state;

    SocketTableText(String file, ConnectionCounts counts) {
        this.file = file;
        this.counts = counts;
    }

    void count(InputStream table, byte[] buffer) throws IOException {
        for (int length = table.read(buffer); length > 0; length = table.read(buffer)) {
            for (int i = 0; i < length; i++) {
                accept(buffer[i]);
            }
        }
        if (column != 0) {
            throw new MalformedTextException(file, "a line end", "the end of the file");
        }
    }

    private void accept(byte b) throws MalformedTextException {
        if (b == '\n') {
            endLine();
        } else if (b == ' ') {
            inWord = false;
        } else {
            acceptWord(b);
        }
    }

    private void acceptWord(byte b) throws MalformedTextException {
        if (!inWord) {
            inWord = true;
            column++;
        }
        if (column == STATE_COLUMN && !heading) {
            int digit = Character.digit(b, 16);
            if (digit < 0 || state > 0xf) {
                throw new MalformedTextException(file, "a socket state of two hexadecimal digits", "" + (char) b);
            }
            state = state * 16 + digit;
        }
    }

    private void endLine() throws MalformedTextException {
        if (!heading) {
            counts.add(state(state));
        }
        heading = false;
        inWord = false;
        column = 0;
        state = 0;
    }

    private ConnectionState state(int number) throws MalformedTextException {
        ConnectionState[] states = ConnectionState.values();
        if (number < 1 || number > states.length) {
            throw new MalformedTextException(file, "a socket state from 1 to 12", Integer.toHexString(number));
        }
        return states[number - 1];
    }
}
