package io.hostpulse.broker.rest;

/**
 * Who asks.
 *
 * @param by what is written down as the author of orders: the address, as long as there are no tokens
 * @param role what is allowed
 * @param refusal why orders are not allowed, a sentence for people; empty for an operator
 */
public record Caller(String by, Role role, String refusal) {

    /**
     * Somebody who may do everything.
     *
     * @param by who
     * @return the caller
     */
    public static Caller operator(String by) {
        return new Caller(by, Role.OPERATOR, "");
    }

    /**
     * Somebody who may only look.
     *
     * @param by who
     * @param refusal why not more
     * @return the caller
     */
    public static Caller viewer(String by, String refusal) {
        return new Caller(by, Role.VIEWER, refusal);
    }

    /**
     * Tells whether orders are allowed.
     *
     * @return whether this is an operator
     */
    public boolean mayOrder() {
        return role == Role.OPERATOR;
    }
}
