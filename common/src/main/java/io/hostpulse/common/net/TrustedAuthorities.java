package io.hostpulse.common.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates are believed: Java's own list, or those in one file and no others. */
public final class TrustedAuthorities {

    private static final int MAX_CERTIFICATES = 1_000;

    private TrustedAuthorities() {}

    /**
     * Takes Java's own; loaded when first needed, since it is some hundred certificates.
     *
     * @return what makes sockets that believe them
     */
    public static SSLSocketFactory usual() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    /**
     * Reads certificates.
     *
     * @param file one or more certificates as PEM
     * @return what makes sockets that believe them and no others
     * @throws IOException when there are none, with the reason
     */
    public static SSLSocketFactory in(Path file) throws IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            return trusting(CertificateFactory.getInstance("X.509").generateCertificates(pem));
        } catch (GeneralSecurityException e) {
            throw new IOException("holds no certificates in PEM form: " + e.getMessage(), e);
        }
    }

    private static SSLSocketFactory trusting(Collection<? extends Certificate> authorities)
            throws IOException, GeneralSecurityException {
        if (authorities.isEmpty() || authorities.size() > MAX_CERTIFICATES) {
            throw new IOException("holds " + authorities.size() + " certificates");
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate authority : authorities) {
            store.setCertificateEntry("authority-" + store.size(), authority);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
