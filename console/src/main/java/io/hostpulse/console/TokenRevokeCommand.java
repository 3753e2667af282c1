package io.hostpulse.console;

import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.console.tokens.TokenDesk;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a token back. */
@Command(
        name = "revoke",
        description = "Takes a token back. Connections that live on it end within half a second.",
        footer = {"", "Example: hostpulse token revoke wall-screen"})
final class TokenRevokeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "NAME", description = "Whose.")
    private String name;

    TokenRevokeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        DataDirectory data = common.in(surroundings).data();
        new TokenDesk(data, new AlerterDesk(surroundings, data).user(), surroundings.clock()).revoke(name);
        surroundings.out().println("the token of '" + name + "' is revoked");
        return ExitCode.DONE.code();
    }
}
