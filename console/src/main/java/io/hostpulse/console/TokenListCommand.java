package io.hostpulse.console;

import io.hostpulse.common.auth.TokenFile;
import io.hostpulse.common.auth.TokenUses;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.console.tokens.TokensText;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the tokens. */
@Command(
        name = "list",
        description = "Shows the tokens: whose, what they allow, when they were made and used, when they end.",
        footer = {"", "Example: hostpulse token list --json"})
final class TokenListCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    TokenListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return list(surroundings, common.in(surroundings).data(), json);
    }

    static int list(Surroundings surroundings, DataDirectory data, boolean json) throws IOException {
        TokensText text = new TokensText(
                TokenFile.in(data).read(),
                TokenUses.in(data).read(),
                surroundings.clock().nanos());
        surroundings
                .out()
                .print(
                        json
                                ? AlerterDesk.jsonOf(text.fields())
                                : text.render(surroundings.style(), surroundings.width()));
        return ExitCode.DONE.code();
    }
}
