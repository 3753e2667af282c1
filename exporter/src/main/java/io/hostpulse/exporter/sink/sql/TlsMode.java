package io.hostpulse.exporter.sink.sql;

/** How the connection to a server is protected. */
enum TlsMode {
    /** Not at all. */
    NONE,
    /** Encrypted, whoever answers. */
    ENCRYPT,
    /** Encrypted, and the server has a certificate of its name. */
    VERIFY
}
