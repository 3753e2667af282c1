package io.hostpulse.broker.rest;

import io.hostpulse.broker.auth.AccessMode;
import io.hostpulse.broker.auth.AuditLog;
import io.hostpulse.broker.auth.TokenRegister;
import io.hostpulse.common.auth.AuditFile;
import io.hostpulse.common.auth.TokenFile;
import io.hostpulse.common.auth.TokenUses;
import io.hostpulse.common.process.EpochClock;
import java.nio.file.Path;
import java.util.Set;

/** Doors for tests that are about something else: nobody has a token, and nothing is written. */
public final class Accesses {

    private static final Path NOWHERE = Path.of("/nowhere");

    private Accesses() {}

    public static Access nobody(AccessMode mode) {
        TokenRegister tokens = new TokenRegister(
                new TokenFile(NOWHERE.resolve("tokens")), new TokenUses(NOWHERE.resolve("uses")), EpochClock.SYSTEM);
        return new Access(mode, tokens, EpochClock.SYSTEM, audit());
    }

    public static Gate gate() {
        return new Gate(Set.of(), Set.of(), nobody(AccessMode.REMOTE));
    }

    public static AuditLog audit() {
        return new AuditLog(new AuditFile(NOWHERE.resolve("audit"), 1, 1), EpochClock.SYSTEM, work -> {});
    }
}
