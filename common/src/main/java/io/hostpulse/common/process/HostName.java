package io.hostpulse.common.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out what this machine is called. */
public final class HostName {

    private static final Path LINUX_NAME = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    /**
     * Asks the kernel where it can: the resolver may ask the network, and nothing here calls anybody.
     *
     * @return the name, {@code localhost} when there is none
     */
    public static String ofThisMachine() {
        try {
            return Files.isReadable(LINUX_NAME)
                    ? Files.readString(LINUX_NAME).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        } catch (IOException e) {
            return "localhost";
        }
    }
}
