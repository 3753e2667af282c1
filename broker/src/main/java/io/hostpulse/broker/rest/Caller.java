package io.hostpulse.broker.rest;

import io.hostpulse.broker.auth.Author;
import io.hostpulse.common.auth.Role;
import io.hostpulse.common.auth.Token;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param author who is written down as the author of orders
 * @param role what is allowed; nothing but pages that are open to all when empty
 * @param refusal why not more is allowed
 * @param token what this one came in with, if with a token
 */
public record Caller(Author author, Optional<Role> role, Problem refusal, Optional<Token> token) {

    private static final Problem NONE = Problem.of(403, "this is not allowed");

    /**
     * Somebody who may do everything.
     *
     * @param address where the connection comes from
     * @return the caller
     */
    public static Caller operator(String address) {
        return of(address, Role.OPERATOR, NONE);
    }

    /**
     * Somebody who may only look.
     *
     * @param address where the connection comes from
     * @param refusal why not more, a sentence for people
     * @return the caller
     */
    public static Caller viewer(String address, String refusal) {
        return of(address, Role.VIEWER, Problem.of(403, refusal));
    }

    private static Caller of(String address, Role role, Problem refusal) {
        return new Caller(new Author(address, address, role.label()), Optional.of(role), refusal, Optional.empty());
    }

    /**
     * Somebody who may see only what is open to all.
     *
     * @param address where the connection comes from
     * @param refusal what would be needed for more
     * @return the caller
     */
    public static Caller stranger(String address, Problem refusal) {
        return new Caller(new Author(address, address, "none"), Optional.empty(), refusal, Optional.empty());
    }

    /**
     * Somebody with a token.
     *
     * @param address where the connection comes from
     * @param token the token
     * @return the caller
     */
    public static Caller holding(String address, Token token) {
        return new Caller(
                new Author(token.name(), address, token.role().label()),
                Optional.of(token.role()),
                Problem.of(403, "the token '" + token.name() + "' may look only; orders need the role operator"),
                Optional.of(token));
    }

    /**
     * Tells whether looking is allowed.
     *
     * @return whether this one has any role
     */
    public boolean mayLook() {
        return role.isPresent();
    }

    /**
     * Tells whether orders are allowed.
     *
     * @return whether this is an operator
     */
    public boolean mayOrder() {
        return role.equals(Optional.of(Role.OPERATOR));
    }
}
