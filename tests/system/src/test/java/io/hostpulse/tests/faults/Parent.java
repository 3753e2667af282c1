package io.hostpulse.tests.faults;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * The campaign as its child sees it: it reads what the child says line by line, tells it on standard input to go on or to
 * stop, and when it dies the child dies with it.
 */
final class Parent {

    static final String GO = "go";
    static final String STOP = "stop";

    // One write per line and no buffer: what was said before a kill has been said.
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final CountDownLatch go = new CountDownLatch(1);
    private volatile boolean stopped;

    static Parent watched() {
        Parent parent = new Parent();
        Thread watch = new Thread(parent::watch, "parent");
        watch.setDaemon(true);
        watch.start();
        return parent;
    }

    private void watch() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals(STOP)) {
                    stopped = true;
                }
                go.countDown();
            }
        } catch (IOException e) {
            // Nobody is there any more, as after the end of the input.
        }
        Runtime.getRuntime().halt(0);
    }

    boolean saidStop() {
        return stopped;
    }

    void awaitGo() throws InterruptedException {
        go.await();
    }

    void say(String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the campaign does not listen any more", e);
        }
    }
}
