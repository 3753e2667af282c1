package io.hostpulse.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * A certificate for 127.0.0.1 that signs itself.
 *
 * @param certificate its file in the form PEM
 * @param key the file of its private key in the form PEM
 * @param store both, as Java keeps them
 */
public record TestCertificate(Path certificate, Path key, Path store) {

    private static final char[] PASSWORD = Keytool.PASSWORD.toCharArray();

    /**
     * Makes one.
     *
     * @param directory where its files go
     * @param name what they and its owner are called
     * @param algorithm of its key: EC or RSA
     * @return the certificate
     * @throws Exception when it cannot be made
     */
    public static TestCertificate make(Path directory, String name, String algorithm) throws Exception {
        Path store = new Keytool(directory).run(name + ".p12", arguments(name, algorithm));
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        Path certificate = directory.resolve(name + ".crt");
        Path key = directory.resolve(name + ".key");
        Files.writeString(
                certificate, pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
        Files.writeString(
                key, pem("PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded()));
        return new TestCertificate(certificate, key, store);
    }

    private static List<String> arguments(String name, String algorithm) {
        String address = "san=ip:127.0.0.1,dns:localhost";
        return List.of(("-genkeypair -alias server -validity 2 -ext " + address + " -keyalg " + algorithm
                        + " -dname CN=" + name)
                .split(" "));
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + kind
                + "-----\n";
    }

    /**
     * Copies the files in the form PEM, for a test that changes them.
     *
     * @param directory where to
     * @return the copy
     * @throws IOException when they cannot be copied
     */
    public TestCertificate copyTo(Path directory) throws IOException {
        return new TestCertificate(
                Files.copy(certificate, directory.resolve(certificate.getFileName())),
                Files.copy(key, directory.resolve(key.getFileName())),
                store);
    }

    /**
     * Reads the certificate from its file.
     *
     * @return what a server with it shows
     * @throws IOException when it cannot be read
     * @throws GeneralSecurityException when it is none
     */
    public X509Certificate x509() throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(certificate)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    /**
     * Makes sockets of a server that has it.
     *
     * @return their factory
     * @throws IOException when its files cannot be read
     * @throws GeneralSecurityException when they are broken
     */
    public ServerSocketFactory serverSockets() throws IOException, GeneralSecurityException {
        return Keytool.server(store).getServerSocketFactory();
    }

    /**
     * Believes this certificate and no other.
     *
     * @return what a client that does so uses
     * @throws IOException when it cannot be read
     * @throws GeneralSecurityException when it is none
     */
    public SSLContext trust() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("server", x509());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return context(trust.getTrustManagers());
    }

    /**
     * Believes everybody: the test looks at what it is shown by itself.
     *
     * @return what a client that does so uses
     * @throws GeneralSecurityException when this JVM knows no TLS
     */
    public static SSLContext trustingAll() throws GeneralSecurityException {
        return context(new TrustManager[] {new Everybody()});
    }

    private static SSLContext context(TrustManager[] trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust, null);
        return context;
    }

    private static final class Everybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
