package io.hostpulse.console.tokens;

import io.hostpulse.common.auth.AuditFile;
import io.hostpulse.common.auth.Role;
import io.hostpulse.common.auth.Token;
import io.hostpulse.common.auth.TokenFile;
import io.hostpulse.common.auth.TokenSecret;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.text.Printable;
import io.hostpulse.console.alerts.NotThereException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Makes tokens and takes them back, and writes both into the audit log.
 *
 * @param data the data directory
 * @param user who does it
 * @param clock the time
 */
public record TokenDesk(DataDirectory data, String user, EpochClock clock) {

    /**
     * Makes a token. One of that name that has ended makes room for it.
     *
     * @param name who gets it
     * @param role what it allows
     * @param expires when it ends, epoch nanoseconds
     * @return what only its holder has
     * @throws IOException when the file cannot be changed
     * @throws IllegalArgumentException when the name is none, or taken
     */
    public Secret create(String name, Role role, OptionalLong expires) throws IOException {
        if (!Token.isName(name)) {
            throw new IllegalArgumentException(
                    "'" + name
                            + "' cannot be a token's name: take 1 to 64 letters, digits, '.', '_', '@' or '-', a letter or digit first");
        }
        data.create();
        Secret secret = TokenSecret.generate();
        long now = clock.nanos();
        TokenFile.in(data)
                .change(tokens -> with(tokens, new Token(name, role, TokenSecret.hash(secret), now, expires)));
        note("token create", name + " " + role.label());
        return secret;
    }

    private static List<Token> with(List<Token> tokens, Token made) {
        List<Token> all = new ArrayList<>();
        for (Token token : tokens) {
            if (!token.name().equals(made.name())) {
                all.add(token);
            } else if (token.isValidAt(made.created())) {
                throw new IllegalArgumentException(
                        "there is a token '" + made.name() + "' already: revoke it first, or take another name");
            }
        }
        all.add(made);
        return all;
    }

    /**
     * Takes a token back.
     *
     * @param name whose
     * @throws IOException when the file cannot be changed
     * @throws NotThereException when there is none
     */
    public void revoke(String name) throws IOException {
        TokenFile file = TokenFile.in(data);
        refuseUnknown(name, file.read()); // before a lock file is made where nothing is
        file.change(tokens -> {
            refuseUnknown(name, tokens);
            return tokens.stream().filter(token -> !token.name().equals(name)).toList();
        });
        note("token revoke", name);
    }

    private static void refuseUnknown(String name, List<Token> tokens) {
        List<String> names = tokens.stream().map(Token::name).toList();
        if (!names.contains(name)) {
            throw NotThereException.of("token", name, names);
        }
    }

    private void note(String action, String arguments) throws IOException {
        AuditFile.in(data)
                .append(Fields.builder()
                        .put("timestamp", Rfc3339.format(clock.nanos()))
                        .put("by", Printable.of(user))
                        .put("address", "console")
                        .put("role", "owner")
                        .put("action", action)
                        .put("arguments", arguments)
                        .put("result", "done")
                        .build());
    }
}
