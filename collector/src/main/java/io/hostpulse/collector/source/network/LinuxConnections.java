package io.hostpulse.collector.source.network;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.common.model.Value;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads the tables of TCP sockets. The kernel needs about a microsecond per socket to print them, so the cheap totals are asked
 * first, and above a limit the work is not begun.
 */
final class LinuxConnections implements Connections {

    private final Path folder;
    private final int limit;
    private final byte[] buffer = new byte[32 << 10];

    LinuxConnections(Path folder, int limit) {
        this.folder = folder;
        this.limit = limit;
    }

    @Override
    public Value count() {
        try {
            SockstatText sockets = sockets("sockstat").plus(sockets("sockstat6"));
            return sockets.tcp() > limit ? tooMany(sockets.tcp()) : count(sockets);
        } catch (IOException e) {
            return new Value.Missing("connections cannot be counted: " + e.getMessage());
        }
    }

    private Value tooMany(long sockets) {
        return new Value.Missing(
                sockets + " TCP sockets are above connections_limit " + limit + "; they were not counted");
    }

    private Value count(SockstatText sockets) throws IOException {
        ConnectionCounts counts = new ConnectionCounts();
        count("tcp", counts);
        count("tcp6", counts);
        return counts.fields().put("udp", sockets.udp()).build();
    }

    /** The files for IPv6 do not exist where it is switched off. */
    private void count(String table, ConnectionCounts counts) throws IOException {
        Path path = folder.resolve(table);
        if (Files.exists(path)) {
            try (InputStream file = new FileInputStream(path.toFile())) {
                new SocketTableText(path.toString(), counts).count(file, buffer);
            }
        }
    }

    private SockstatText sockets(String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? SockstatText.parse(KernelFile.readOnce(path.toString())) : new SockstatText(0, 0);
    }
}
