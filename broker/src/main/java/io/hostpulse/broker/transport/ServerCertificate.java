package io.hostpulse.broker.transport;

import io.hostpulse.common.config.FileVersion;
import io.hostpulse.common.process.ProcessFailure;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate that encrypts connections. It is replaced while the broker runs when its files change; what cannot be used never replaces what
 * can. {@link #refresh} is for one thread, {@link #handler} for any.
 */
public final class ServerCertificate {

    private static final Logger LOG = LoggerFactory.getLogger(ServerCertificate.class);

    private static final long HANDSHAKE_SECONDS = 10;

    private final TlsSettings settings;
    private List<FileVersion> versions;
    private volatile SslContext context;

    /**
     * Reads the files.
     *
     * @param settings where they are
     * @throws ProcessFailure when they cannot be used, with the reason
     */
    public ServerCertificate(TlsSettings settings) {
        this.settings = settings;
        this.versions = versions();
        try {
            context = KeyPairFiles.read(settings);
        } catch (IOException | GeneralSecurityException e) {
            throw ProcessFailure.usage("broker.tls: " + e.getMessage());
        }
    }

    private List<FileVersion> versions() {
        return List.of(FileVersion.of(settings.certificate()), FileVersion.of(settings.key()));
    }

    /** Reads the files again if one has changed. New connections get the new certificate; those there are keep theirs. */
    public void refresh() {
        List<FileVersion> now = versions();
        if (now.equals(versions)) {
            return;
        }
        versions = now;
        try {
            context = KeyPairFiles.read(settings);
            LOG.info("the certificate was read again from {}", settings.certificate());
        } catch (IOException | GeneralSecurityException e) {
            LOG.error("the new certificate is not used, and the one before still is: {}", e.getMessage());
        }
    }

    /**
     * Makes what encrypts one connection.
     *
     * @param allocator where its buffers come from
     * @return the handler, to be the first of the connection
     */
    public SslHandler handler(ByteBufAllocator allocator) {
        SslHandler handler = context.newHandler(allocator);
        handler.setHandshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS);
        return handler;
    }
}
