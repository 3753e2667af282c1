package io.hostpulse.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A whole system on a data directory of its own and a free port, started and stopped by the real script. */
final class Hostpulse implements AutoCloseable {

    private final Script script;
    private final Path data;

    private Hostpulse(Script script, Path data) {
        this.script = script;
        this.data = data;
    }

    static Hostpulse start(Path home, String... settings) {
        Hostpulse hostpulse = new Hostpulse(new Script(home), home.resolve("data"));
        List<String> arguments = new ArrayList<>(List.of("up", "-d", "--set", "broker.port=0"));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        Script.Result up = hostpulse.command(arguments.toArray(String[]::new));
        if (up.exitCode() != 0) {
            hostpulse.close();
        }
        assertThat(up.exitCode()).as(up.all()).isZero();
        assertThat(up.out()).contains("http://127.0.0.1:" + hostpulse.port());
        return hostpulse;
    }

    /** A command of the script on this system's data directory. */
    Script.Result command(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return script.hostpulse(all.toArray(String[]::new));
    }

    Json status() {
        return Json.parse(command("status", "--json").out());
    }

    Json process(String name) {
        return status().at("processes").list().stream()
                .filter(process -> process.at("name").text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    int port() {
        try {
            return Integer.parseInt(Files.readString(data.resolve("run/broker.port")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI websocket() {
        return URI.create("ws://127.0.0.1:" + port() + "/");
    }

    Path data() {
        return data;
    }

    /** The processes that run on this data directory, whoever started them. */
    List<Long> pids() {
        return processes().map(ProcessHandle::pid).toList();
    }

    private Stream<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(ProcessHandle::isAlive).filter(process -> commandLine(process)
                .contains(data.toString()));
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public void close() {
        Script.Result down = command("down");
        processes().forEach(ProcessHandle::destroyForcibly);
        assertThat(down.exitCode()).as(down.all()).isZero();
    }
}
