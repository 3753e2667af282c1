package io.hostpulse.collector.source.network;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Reads the state of a link from its folder in /sys/class/net. */
final class SysfsLink {

    /** ARPHRD_LOOPBACK of if_arp.h. */
    private static final String LOOPBACK_TYPE = "772";

    private final Path folder;

    SysfsLink(Path folder) {
        this.folder = folder;
    }

    LinkState read() {
        return new LinkState(up(), speed(), isLoopback());
    }

    private Value up() {
        try {
            return new Value.Flag(isUp());
        } catch (IOException | NumberFormatException e) {
            return new Value.Missing("the state of the link cannot be read: " + e.getMessage());
        }
    }

    /** Drivers that do not know, loopback and tunnels among them, say "unknown": there IFF_UP, bit 0 of the flags, tells. */
    private boolean isUp() throws IOException {
        String state = line("operstate");
        return state.equals("up") || (state.equals("unknown") && (Integer.decode(line("flags")) & 1) != 0);
    }

    /** Reading it is an error when the link is down or has no speed, and -1 is another way to say so. */
    private OptionalLong speed() {
        try {
            int speed = Integer.parseInt(line("speed"));
            return speed > 0 ? OptionalLong.of(speed) : OptionalLong.empty();
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private boolean isLoopback() {
        try {
            return line("type").equals(LOOPBACK_TYPE);
        } catch (IOException e) {
            return folder.endsWith("lo");
        }
    }

    private String line(String file) throws IOException {
        return KernelFile.readOnce(folder.resolve(file).toString()).restOfLine();
    }
}
