package io.hostpulse.broker.auth;

import io.hostpulse.common.auth.Token;
import io.hostpulse.common.auth.TokenFile;
import io.hostpulse.common.auth.TokenSecret;
import io.hostpulse.common.auth.TokenUses;
import io.hostpulse.common.config.FileVersion;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.process.EpochClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens there are now. The file is read again when it has changed, by the thread that calls {@link #refresh}; all else may be called
 * by any thread.
 */
public final class TokenRegister {

    private static final Logger LOG = LoggerFactory.getLogger(TokenRegister.class);

    private final TokenFile file;
    private final TokenUses uses;
    private final EpochClock clock;
    private final Map<String, Long> used = new ConcurrentHashMap<>();
    private FileVersion version;
    private Map<String, Long> written = Map.of();
    private volatile List<Token> tokens = List.of();

    /**
     * Reads the tokens.
     *
     * @param file where they are
     * @param uses where is shown when they were used
     * @param clock the time
     */
    public TokenRegister(TokenFile file, TokenUses uses, EpochClock clock) {
        this.file = file;
        this.uses = uses;
        this.clock = clock;
        rememberUses();
        refresh();
    }

    private void rememberUses() {
        try {
            written = uses.read();
            used.putAll(written);
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", uses.path(), e.toString());
        }
    }

    /** Reads the tokens again, if the file has changed. When it cannot be read, there are none: a token may have been revoked. */
    public void refresh() {
        // Looked at before it is read: what is written meanwhile is seen as news afterwards.
        FileVersion now = FileVersion.of(file.path());
        if (now.equals(version)) {
            return;
        }
        version = now;
        try {
            tokens = file.read();
            LOG.info("tokens: {} in {}", tokens.size(), file.path());
        } catch (IOException e) {
            tokens = List.of();
            LOG.error("{} cannot be read, so no token is valid: {}", file.path(), e.getMessage());
        }
    }

    /**
     * Tells whether anybody could come in with a token.
     *
     * @return whether there is one that has not ended
     */
    public boolean hasAny() {
        return tokens.stream().anyMatch(token -> token.isValidAt(clock.nanos()));
    }

    /**
     * Finds the token that somebody presents, in a time that does not depend on how much of it is right.
     *
     * @param secret what is presented
     * @return the token, if there is one and it has not ended
     */
    public Optional<Token> find(Secret secret) {
        byte[] presented = ascii(TokenSecret.hash(secret));
        Token found = null;
        for (Token token : tokens) {
            if (MessageDigest.isEqual(presented, ascii(token.hash()))) {
                found = token; // and on: the place in the list is nobody's business either
            }
        }
        long now = clock.nanos();
        Optional<Token> valid = Optional.ofNullable(found).filter(token -> token.isValidAt(now));
        valid.ifPresent(token -> used.put(token.hash(), now));
        return valid;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Tells whether somebody who came in with a token may stay.
     *
     * @param token the token as it was then
     * @return whether it is still there, unchanged, and has not ended
     */
    public boolean isStanding(Token token) {
        return token.isValidAt(clock.nanos()) && tokens.contains(token);
    }

    /** Writes down when tokens were used, if any was since. */
    public void writeUses() {
        Map<String, Long> now = new HashMap<>(used);
        now.keySet().retainAll(tokens.stream().map(Token::hash).toList());
        if (now.equals(written)) {
            return;
        }
        try {
            uses.write(now);
            written = now;
        } catch (IOException e) {
            LOG.warn("{} cannot be written: {}", uses.path(), e.toString());
        }
    }
}
