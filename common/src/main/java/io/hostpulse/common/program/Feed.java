package io.hostpulse.common.program;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Hands a program its input on a thread of its own: one that does not read would hold up whoever writes. The thread ends with the
 * program at the latest, since that closes the pipe.
 */
final class Feed {

    private Feed() {}

    static void start(OutputStream stdin, byte[] input) {
        Thread thread = new Thread(() -> write(stdin, input), "program-input");
        thread.setDaemon(true);
        thread.start();
    }

    private static void write(OutputStream stdin, byte[] input) {
        try (stdin) {
            stdin.write(input);
        } catch (IOException notRead) {
            // A program need not read what it is given; what it thinks of that is in its exit code.
        }
    }
}
