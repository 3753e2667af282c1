package io.hostpulse.broker.transport;

import io.hostpulse.common.config.ConfigNode;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The section {@code broker.tls}.
 *
 * @param certificate the chain as PEM, the server's own first
 * @param key its private key as PEM (PKCS#8), unencrypted
 */
public record TlsSettings(Path certificate, Path key) {

    private static final String CERTIFICATE = "certificate";
    private static final String KEY = "key";

    /**
     * Reads the settings.
     *
     * @param broker the section {@code broker}
     * @return the settings; none when neither file is named
     */
    public static Optional<TlsSettings> read(ConfigNode broker) {
        ConfigNode tls = broker.section("tls");
        boolean hasCertificate = tls.optionalText(CERTIFICATE).isPresent();
        boolean hasKey = tls.optionalText(KEY).isPresent();
        if (hasCertificate != hasKey) {
            tls.problem(hasCertificate ? KEY : CERTIFICATE, "is missing: certificate and key belong together");
        }
        return hasCertificate && hasKey
                ? Optional.of(new TlsSettings(tls.path(CERTIFICATE, Path.of("")), tls.path(KEY, Path.of(""))))
                : Optional.empty();
    }
}
