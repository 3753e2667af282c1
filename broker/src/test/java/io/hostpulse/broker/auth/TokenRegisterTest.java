package io.hostpulse.broker.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.auth.Role;
import io.hostpulse.common.auth.Token;
import io.hostpulse.common.auth.TokenFile;
import io.hostpulse.common.auth.TokenSecret;
import io.hostpulse.common.auth.TokenUses;
import io.hostpulse.common.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenRegisterTest {

    private static final Secret SECRET = TokenSecret.generate();

    @TempDir
    Path directory;

    private long now = 1_000_000_000L;
    private TokenFile file;
    private TokenUses uses;

    @BeforeEach
    void name() {
        file = new TokenFile(directory.resolve("tokens.json"));
        uses = new TokenUses(directory.resolve("used.json"));
    }

    @Test
    void findsATokenByItsSecretOnly() throws IOException {
        TokenRegister register = with(token(OptionalLong.empty()));
        assertThat(register.find(SECRET).map(Token::name)).contains("ann");
        assertThat(register.find(new Secret(TokenSecret.hash(SECRET)))).isEmpty();
        assertThat(register.find(new Secret(""))).isEmpty();
    }

    @Test
    void endsATokenInTime() throws IOException {
        Token token = token(OptionalLong.of(now + 10_000));
        TokenRegister register = with(token);
        assertThat(register.isStanding(token)).isTrue();
        now += 10_000;
        assertThat(register.find(SECRET)).isEmpty();
        assertThat(register.isStanding(token)).isFalse();
        assertThat(register.hasAny()).isFalse();
    }

    @Test
    void noticesWhatIsRevokedOrChanged() throws IOException {
        Token token = token(OptionalLong.empty());
        TokenRegister register = with(token);
        file.change(all -> List.of(new Token("ann", Role.VIEWER, token.hash(), token.created(), OptionalLong.empty())));
        register.refresh();
        assertThat(register.isStanding(token)).isFalse();
        assertThat(register.find(SECRET).map(Token::role)).contains(Role.VIEWER);
        file.change(all -> List.of());
        register.refresh();
        assertThat(register.find(SECRET)).isEmpty();
    }

    @Test
    void believesNothingOfAFileThatIsDamaged() throws IOException {
        TokenRegister register = with(token(OptionalLong.empty()));
        Files.writeString(file.path(), "{}");
        register.refresh();
        assertThat(register.find(SECRET)).isEmpty();
        Files.delete(file.path());
        register.refresh();
        assertThat(register.hasAny()).isFalse();
    }

    @Test
    void tellsWhenATokenWasUsedLastAlsoAfterARestart() throws IOException {
        TokenRegister register = with(token(OptionalLong.empty()));
        register.find(SECRET);
        register.writeUses();
        assertThat(uses.read()).containsEntry(TokenSecret.hash(SECRET), now);
        Files.delete(file.path());
        with(token(OptionalLong.empty())).writeUses();
        assertThat(uses.read()).containsEntry(TokenSecret.hash(SECRET), now);
    }

    @Test
    void endsTheSessionsOfTokensThatAreGoneAndForgetsOthers() throws IOException {
        Token token = token(OptionalLong.empty());
        TokenRegister register = with(token);
        Sessions sessions = new Sessions();
        List<String> ended = new ArrayList<>();
        sessions.open(token, () -> ended.add("one"));
        sessions.open(token, () -> ended.add("gone before")).run();
        sessions.endOthers(register::isStanding);
        assertThat(ended).isEmpty();
        file.change(all -> List.of());
        register.refresh();
        sessions.endOthers(register::isStanding);
        sessions.endOthers(register::isStanding);
        assertThat(ended).containsExactly("one");
    }

    private TokenRegister with(Token token) throws IOException {
        file.change(all -> List.of(token));
        return new TokenRegister(file, uses, () -> now);
    }

    private static Token token(OptionalLong expires) {
        return new Token("ann", Role.OPERATOR, TokenSecret.hash(SECRET), 1_000, expires);
    }
}
