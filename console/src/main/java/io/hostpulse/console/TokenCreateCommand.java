package io.hostpulse.console;

import io.hostpulse.common.auth.Role;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.console.alerts.TimeAhead;
import io.hostpulse.console.tokens.TokenDesk;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a token and shows it, once. */
@Command(
        name = "create",
        description = "Makes a token and prints it. It is kept nowhere: this is the only time it can be seen.",
        footer = {"", "Example: hostpulse token create wall-screen --expires 90d"})
final class TokenCreateCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "NAME", description = "Who gets it: the author of the orders given with it.")
    private String name;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "viewer looks; operator also gives orders. Default: viewer.")
    private String role = Role.VIEWER.label();

    @Option(names = "--expires", paramLabel = "TIME", description = "When it ends: 30d, or a time; never unless given.")
    private String expires;

    TokenCreateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        DataDirectory data = common.in(surroundings).data();
        TokenDesk desk = new TokenDesk(data, new AlerterDesk(surroundings, data).user(), surroundings.clock());
        try {
            Secret secret = desk.create(name, parsedRole(), end());
            surroundings
                    .err()
                    .println("the token of '" + name + "', shown this once; send it as 'Authorization: Bearer TOKEN':");
            surroundings.err().flush();
            surroundings.out().println(secret.reveal());
            return ExitCode.DONE.code();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private Role parsedRole() {
        return Role.labelled(role)
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no role '" + role + "'; there are viewer and operator"));
    }

    private OptionalLong end() {
        if (expires == null) {
            return OptionalLong.empty();
        }
        long now = surroundings.clock().nanos();
        long end = new TimeAhead(now, surroundings.zone()).parse(expires);
        if (end <= now) {
            throw new IllegalArgumentException("--expires '" + expires + "' is over already");
        }
        return OptionalLong.of(end);
    }
}
