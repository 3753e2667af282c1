package io.hostpulse.console;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the tokens; its subcommands make them and take them back. */
@Command(
        name = "token",
        description = "Shows who may come in to the broker, and looks after it.",
        footer = {"", "Example: hostpulse token create ann --role operator --expires 90d"})
final class TokenCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    TokenCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return TokenListCommand.list(surroundings, common.in(surroundings).data(), false);
    }
}
