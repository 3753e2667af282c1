package io.hostpulse.broker.auth;

import io.hostpulse.common.auth.Token;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The connections that live on a token, so that they end with it. Thread-safe. */
public final class Sessions {

    private final Set<Session> open = ConcurrentHashMap.newKeySet();

    /**
     * Remembers a connection.
     *
     * @param token what it came in with
     * @param end ends it; called once, by another thread
     * @return forgets it again, when it has ended by itself
     */
    public Runnable open(Token token, Runnable end) {
        Session session = new Session(token, end);
        open.add(session);
        return () -> open.remove(session);
    }

    /**
     * Ends the connections whose token is gone.
     *
     * @param isStanding tells whether a token is still there
     */
    public void endOthers(Predicate<Token> isStanding) {
        for (Session session : open) {
            if (!isStanding.test(session.token) && open.remove(session)) {
                session.end.run();
            }
        }
    }

    /** One connection; two with the same token are not the same. */
    private static final class Session {

        private final Token token;
        private final Runnable end;

        Session(Token token, Runnable end) {
            this.token = token;
            this.end = end;
        }
    }
}
