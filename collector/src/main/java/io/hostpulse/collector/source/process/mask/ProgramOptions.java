package io.hostpulse.collector.source.process.mask;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Short options that carry a secret for some programs and something harmless for all others.
 *
 * @param joined options whose value follows in the same argument: {@code -psecret}
 * @param separate options whose value is the next argument: {@code -p secret}
 * @param accounts options with an account before a colon or a percent sign: {@code -u name:secret}
 */
record ProgramOptions(List<String> joined, List<String> separate, List<String> accounts) {

    private static final ProgramOptions MYSQL = new ProgramOptions(List.of("-p"), List.of(), List.of());
    private static final ProgramOptions P = new ProgramOptions(List.of("-p"), List.of("-p"), List.of());
    private static final ProgramOptions CAPITAL_P = new ProgramOptions(List.of("-P"), List.of("-P"), List.of());
    private static final ProgramOptions W = new ProgramOptions(List.of("-w"), List.of("-w"), List.of());
    private static final ProgramOptions CURL =
            new ProgramOptions(List.of(), List.of("-b"), List.of("-u", "-U", "-E", "--user", "--proxy-user", "--cert"));

    /** By the beginning of the program's name: {@code mysqldump} and {@code mysql-8.0} are mysql's kin. */
    private static final Map<String, ProgramOptions> PROGRAMS = Map.ofEntries(
            Map.entry("mysql", MYSQL),
            Map.entry("mariadb", MYSQL),
            Map.entry("mycli", MYSQL),
            Map.entry("sshpass", P),
            Map.entry("mongo", P),
            Map.entry("useradd", P),
            Map.entry("usermod", P),
            // docker login, podman login, oc login; elsewhere their -p is a port.
            Map.entry("login", P),
            Map.entry("openssl", new ProgramOptions(List.of(), List.of("-k", "-K"), List.of())),
            Map.entry("ssh-keygen", new ProgramOptions(List.of(), List.of("-N", "-P"), List.of())),
            Map.entry("7z", new ProgramOptions(List.of("-p"), List.of(), List.of())),
            Map.entry("zip", CAPITAL_P),
            Map.entry("unzip", CAPITAL_P),
            Map.entry("sqlcmd", CAPITAL_P),
            Map.entry("bcp", CAPITAL_P),
            Map.entry("ldap", W),
            Map.entry("ipmitool", CAPITAL_P),
            Map.entry("redis-cli", new ProgramOptions(List.of("-a"), List.of("-a"), List.of())),
            Map.entry("plink", new ProgramOptions(List.of(), List.of("-pw"), List.of())),
            Map.entry("pscp", new ProgramOptions(List.of(), List.of("-pw"), List.of())),
            Map.entry("xfreerdp", new ProgramOptions(List.of("/p:"), List.of(), List.of())),
            Map.entry("snmp", new ProgramOptions(List.of("-c", "-A", "-X"), List.of("-c", "-A", "-X"), List.of())),
            Map.entry("smbclient", new ProgramOptions(List.of(), List.of(), List.of("-U", "--user"))),
            Map.entry("curl", CURL));

    /** Finds the options of a program by its path, in quotes or not. */
    static Optional<ProgramOptions> of(String word) {
        String path = word.replace("'", "").replace("\"", "");
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return PROGRAMS.entrySet().stream()
                .filter(program -> name.startsWith(program.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    Optional<String> joinedIn(String argument) {
        return joined.stream()
                .filter(option -> argument.startsWith(option) && argument.length() > option.length())
                .findFirst();
    }

    Optional<String> accountIn(String argument) {
        return accounts.stream()
                .map(option -> option.startsWith("--") ? option + "=" : option)
                .filter(option -> argument.startsWith(option) && argument.length() > option.length())
                .findFirst();
    }
}
