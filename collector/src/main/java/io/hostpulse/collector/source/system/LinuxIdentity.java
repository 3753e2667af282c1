package io.hostpulse.collector.source.system;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.TextCursor;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what /proc/sys/kernel, /etc/os-release and /proc/cpuinfo say about the host. */
final class LinuxIdentity {

    private static final Path KERNEL = Path.of("/proc/sys/kernel");

    private LinuxIdentity() {}

    static HostIdentity read() {
        return new HostIdentity(
                "Linux",
                reading(() -> line(KERNEL.resolve("version"))),
                reading(() -> line(KERNEL.resolve("osrelease"))),
                reading(LinuxIdentity::distribution),
                reading(LinuxIdentity::machine),
                reading(() -> processor(KernelFile.readOnce("/proc/cpuinfo"))));
    }

    private interface Question {
        String ask() throws IOException;
    }

    private static Value reading(Question question) {
        try {
            return new Value.Text(question.ask());
        } catch (IOException e) {
            return new Value.Missing("it cannot be read: " + e.getMessage());
        }
    }

    private static String line(Path file) throws IOException {
        return KernelFile.readOnce(file.toString()).restOfLine();
    }

    private static String distribution() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/etc/os-release"));
        return OsRelease.prettyName(lines).orElseThrow(() -> new IOException("/etc/os-release has no PRETTY_NAME"));
    }

    /** The file is new in Linux 6.1; before, Java's own name is the closest thing without a native call. */
    private static String machine() throws IOException {
        Path arch = KERNEL.resolve("arch");
        if (Files.exists(arch)) {
            return line(arch);
        }
        String java = System.getProperty("os.arch");
        return java.equals("amd64") ? "x86_64" : java;
    }

    static String processor(TextCursor cpuinfo) throws IOException {
        for (; !cpuinfo.atEnd(); cpuinfo.nextLine()) {
            if (cpuinfo.accept("model name")) {
                cpuinfo.require(":");
                return cpuinfo.restOfLine();
            }
        }
        throw new IOException("/proc/cpuinfo has no model name; architectures other than x86 often have none");
    }
}
