package io.hostpulse.broker.auth;

/**
 * Who gives an order.
 *
 * @param name the name of the token, or the address of somebody who has none
 * @param address where the connection comes from
 * @param role what this one may do, for the audit log
 */
public record Author(String name, String address, String role) {}
