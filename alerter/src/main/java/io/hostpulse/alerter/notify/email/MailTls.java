package io.hostpulse.alerter.notify.email;

/** How a connection to a mail server is encrypted. */
enum MailTls {
    /** It begins in plain text and is encrypted before anything that matters is said; a server that cannot do that gets nothing. */
    STARTTLS(587),
    /** It is encrypted from its first byte. */
    IMPLICIT(465),
    /** It is not. */
    NONE(25);

    private final int usualPort;

    MailTls(int usualPort) {
        this.usualPort = usualPort;
    }

    int usualPort() {
        return usualPort;
    }
}
