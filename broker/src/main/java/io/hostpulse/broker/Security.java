package io.hostpulse.broker;

import io.hostpulse.broker.auth.AccessSettings;
import io.hostpulse.broker.auth.AddressBudget;
import io.hostpulse.broker.auth.AuditLog;
import io.hostpulse.broker.auth.Keeper;
import io.hostpulse.broker.auth.ListenRule;
import io.hostpulse.broker.auth.TokenRegister;
import io.hostpulse.broker.rest.Access;
import io.hostpulse.broker.transport.ServerCertificate;
import io.hostpulse.common.auth.AuditFile;
import io.hostpulse.common.auth.TokenFile;
import io.hostpulse.common.auth.TokenUses;
import io.hostpulse.common.process.ProcessContext;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * What decides who may come in, and writes down what they do.
 *
 * @param access finds out who somebody is
 * @param budget how often an address may ask
 * @param audit what was ordered
 * @param certificate encrypts connections, if they are encrypted
 * @param tokens the tokens there are
 * @param keeper looks after the files
 */
record Security(
        Access access,
        AddressBudget budget,
        AuditLog audit,
        Optional<ServerCertificate> certificate,
        TokenRegister tokens,
        Keeper keeper)
        implements AutoCloseable {

    /** So long a revoked token still works. */
    private static final long LOOK_MILLIS = 250;

    private static final long WRITE_USES_MILLIS = 10_000;

    /** Reads what is needed, and refuses to begin when strangers could come in. */
    static Security open(ProcessContext context, BrokerSettings settings, InetSocketAddress address) {
        AccessSettings who = settings.access();
        TokenRegister tokens =
                new TokenRegister(TokenFile.in(context.data()), TokenUses.in(context.data()), context.clock());
        ListenRule.check(address, who, tokens.hasAny(), settings.tls().isPresent());
        Optional<ServerCertificate> certificate = settings.tls().map(ServerCertificate::new);
        Keeper keeper = new Keeper();
        AuditLog audit = new AuditLog(AuditFile.in(context.data()), context.clock(), keeper);
        Access access = new Access(who.mode(), tokens, context.clock(), audit);
        keeper.every(LOOK_MILLIS, () -> {
            access.review();
            certificate.ifPresent(ServerCertificate::refresh);
        });
        keeper.every(WRITE_USES_MILLIS, tokens::writeUses);
        int perSecond = who.requestsPerSecond();
        AddressBudget budget = new AddressBudget(perSecond, 2 * perSecond, context.clock());
        return new Security(access, budget, audit, certificate, tokens, keeper);
    }

    @Override
    public void close() {
        keeper.close();
        tokens.writeUses();
    }
}
