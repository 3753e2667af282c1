package io.hostpulse.broker.rest;

import io.hostpulse.broker.auth.AccessMode;
import io.hostpulse.broker.auth.AddressBudget;
import io.hostpulse.broker.auth.AuditLog;
import io.hostpulse.broker.auth.Author;
import io.hostpulse.broker.auth.Sessions;
import io.hostpulse.broker.auth.Tickets;
import io.hostpulse.broker.auth.TokenRegister;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.process.EpochClock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out who somebody is. A wrong token is refused even where none is needed: whoever presents one means to be somebody. Thread-safe.
 */
public final class Access {

    private static final Logger LOG = LoggerFactory.getLogger(Access.class);

    /** A person who mistypes gets some tries; a program that guesses fills neither the log nor the processor. */
    private static final int TRIES = 10;

    private static final double TRIES_PER_SECOND = 0.1;

    private static final Map<String, String> CHALLENGE = Map.of("WWW-Authenticate", "Bearer realm=\"hostpulse\"");
    private static final Map<String, String> WRONG =
            Map.of("WWW-Authenticate", "Bearer realm=\"hostpulse\", error=\"invalid_token\"");

    private static final String ONLY_HERE =
            "orders are taken from this machine only: use http://127.0.0.1 or the command hostpulse there";
    private static final String PAGE_LOOKS = "a web page of another server may order with a token only";
    private static final String NEEDED =
            "a token is needed: send it as 'Authorization: Bearer …'; 'hostpulse token create NAME' makes one";

    private final AccessMode mode;
    private final TokenRegister tokens;
    private final Tickets<Caller> tickets;
    private final Sessions sessions = new Sessions();
    private final AddressBudget failures;
    private final AuditLog audit;

    /**
     * Lets people in.
     *
     * @param mode who needs a token
     * @param tokens the tokens there are
     * @param clock the time
     * @param audit where failures are written down
     */
    public Access(AccessMode mode, TokenRegister tokens, EpochClock clock, AuditLog audit) {
        this.mode = mode;
        this.tokens = tokens;
        this.tickets = new Tickets<>(clock);
        this.failures = new AddressBudget(TRIES_PER_SECOND, TRIES, clock);
        this.audit = audit;
    }

    /**
     * Finds out who asks.
     *
     * @param visit who says to be who
     * @param isForeignPage whether it is a web page of another server, which is allowed to ask
     * @return what that is allowed
     * @throws ProblemException when what is presented is wrong
     */
    Caller identify(Visit visit, boolean isForeignPage) {
        String address = visit.peer().getHostAddress();
        if (visit.token().isPresent()) {
            Secret presented = visit.token().get();
            return tokens.find(presented)
                    .map(token -> Caller.holding(address, token))
                    .orElseThrow(() -> wrong(visit, "token"));
        }
        if (visit.ticket().isPresent()) {
            return tickets.redeem(visit.ticket().get())
                    .filter(this::isStanding)
                    .orElseThrow(() -> wrong(visit, "ticket"));
        }
        return withoutToken(visit, isForeignPage);
    }

    // A proxy on this machine that tells for whom it asks lends nobody its own address.
    private Caller withoutToken(Visit visit, boolean isForeignPage) {
        String address = visit.peer().getHostAddress();
        boolean isHere = visit.peer().isLoopbackAddress() && !visit.forwarded();
        if (mode == AccessMode.ALL || mode == AccessMode.REMOTE && !isHere) {
            return Caller.stranger(address, new Problem(401, NEEDED, CHALLENGE));
        }
        if (isForeignPage) {
            return Caller.viewer(address, PAGE_LOOKS);
        }
        return isHere ? Caller.operator(address) : Caller.viewer(address, ONLY_HERE);
    }

    private ProblemException wrong(Visit visit, String what) {
        int wait = failures.spend(visit.peer());
        if (wait > 0) {
            return new ProblemException(Problem.tooMany("too many wrong tokens came from your address", wait));
        }
        String address = visit.peer().getHostAddress();
        LOG.warn("{} presents a wrong {}", address, what);
        audit.note(new Author(address, address, "none"), "login", "", "denied", "wrong " + what);
        return new ProblemException(
                new Problem(401, "this " + what + " is not valid: it is wrong, was revoked, or has ended", WRONG));
    }

    /**
     * Tells whether somebody may still do what he was allowed when he came.
     *
     * @param caller somebody who came in before
     * @return whether the token this one came in with is still there
     */
    public boolean isStanding(Caller caller) {
        return caller.token().map(tokens::isStanding).orElse(true);
    }

    /**
     * Remembers a connection that lives on.
     *
     * @param caller who has it
     * @param end ends it when its token is gone; called once, by any thread
     * @return forgets it again, when it has ended by itself
     */
    Runnable stay(Caller caller, Runnable end) {
        if (caller.token().isEmpty()) {
            return () -> {};
        }
        Runnable forget = sessions.open(caller.token().get(), end);
        // It may have been revoked a moment ago, before anybody could know of this connection.
        if (!isStanding(caller)) {
            sessions.endOthers(tokens::isStanding);
        }
        return forget;
    }

    /** Reads the tokens again if they have changed, and ends the connections whose token is gone. By one thread. */
    public void review() {
        tokens.refresh();
        sessions.endOthers(tokens::isStanding);
    }

    /**
     * Makes a ticket for somebody.
     *
     * @param caller whom it stands for
     * @return the ticket; nothing when too many are out
     */
    public Optional<Secret> ticket(Caller caller) {
        return tickets.issue(caller);
    }
}
