package io.hostpulse.broker.transport;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a certificate and its key, and makes sure that they belong together: while files are replaced, one is new and the other old. */
final class KeyPairFiles {

    private static final Logger LOG = LoggerFactory.getLogger(KeyPairFiles.class);

    private static final int MOST_BYTES = 1024 * 1024;

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    /** By the algorithm of the certificate's public key. */
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA", "Ed25519", "Ed25519");

    private KeyPairFiles() {}

    static SslContext read(TlsSettings files) throws IOException, GeneralSecurityException {
        List<X509Certificate> chain = chain(files.certificate());
        PrivateKey key = key(files.key(), chain.get(0));
        if (!belongTogether(chain.get(0), key)) {
            throw new IOException(files.key() + " is not the key of " + files.certificate());
        }
        warnUnlessValid(files, chain.get(0));
        return SslContextBuilder.forServer(key, chain)
                .sslProvider(SslProvider.JDK)
                .protocols("TLSv1.3", "TLSv1.2")
                .build();
    }

    // Clients will complain, but a broker that does not start after a night without renewal helps nobody.
    private static void warnUnlessValid(TlsSettings files, X509Certificate certificate) {
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            LOG.warn("{} is not valid now: {}", files.certificate(), e.getMessage());
        }
    }

    private static List<X509Certificate> chain(Path file) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (chain.isEmpty()) {
                throw new IOException("it holds none");
            }
            return chain;
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException(file + " cannot be read as certificates in PEM form: " + e, e);
        }
    }

    private static PrivateKey key(Path file, X509Certificate certificate) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " is too long for a key");
        }
        Matcher pem = PKCS8.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!pem.find()) {
            throw new IOException(
                    file + " has no 'BEGIN PRIVATE KEY': an unencrypted PKCS#8 key is needed; 'openssl pkcs8"
                            + " -topk8 -nocrypt' makes one of others");
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
            return KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Its message could hold what was read.
            throw new IOException(file + " holds no key that fits the certificate's algorithm", e);
        }
    }

    private static boolean belongTogether(X509Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        String algorithm = certificate.getPublicKey().getAlgorithm();
        if (!SIGNATURES.containsKey(algorithm)) {
            throw new GeneralSecurityException(
                    "a key of the algorithm " + algorithm + " cannot be used: take EC or RSA");
        }
        byte[] sample = certificate.getEncoded();
        Signature signing = Signature.getInstance(SIGNATURES.get(algorithm));
        signing.initSign(key);
        signing.update(sample);
        Signature checking = Signature.getInstance(SIGNATURES.get(algorithm));
        checking.initVerify(certificate.getPublicKey());
        checking.update(sample);
        return checking.verify(signing.sign());
    }
}
