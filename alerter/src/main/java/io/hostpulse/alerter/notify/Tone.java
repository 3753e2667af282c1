package io.hostpulse.alerter.notify;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;

/** What people should feel at the first glance: the colour, the sign and the word for it. */
public enum Tone {
    /** It is over. */
    RESOLVED(0x2EB67D, "✅"),
    /** Somebody takes care of it. */
    ACKNOWLEDGED(0x3B82F6, "👀"),
    /** A person tries whether messages arrive. */
    TEST(0x8B5CF6, "🔔"),
    /** Worth knowing. */
    INFO(0x3B82F6, "ℹ️"),
    /** Needs attention in time. */
    WARNING(0xECB22E, "⚠️"),
    /** Needs attention now. */
    CRITICAL(0xE01E5A, "🚨");

    private final int rgb;
    private final String sign;

    Tone(int rgb, String sign) {
        this.rgb = rgb;
        this.sign = sign;
    }

    /**
     * Finds the tone of a whole message.
     *
     * @param notification any notification
     * @return its tone
     */
    public static Tone of(Notification notification) {
        return switch (notification.kind()) {
            case RESOLVED -> RESOLVED;
            case ACKNOWLEDGED -> ACKNOWLEDGED;
            case TEST -> TEST;
            case FIRING, REMINDER, SUMMARY -> of(notification.level());
        };
    }

    /**
     * Finds the tone of one alert.
     *
     * @param alert any alert
     * @return its tone
     */
    public static Tone of(Alert alert) {
        if (alert.state() == AlertState.RESOLVED) {
            return RESOLVED;
        }
        return alert.state() == AlertState.ACKNOWLEDGED ? ACKNOWLEDGED : of(alert.level());
    }

    private static Tone of(AlertLevel level) {
        return switch (level) {
            case INFO -> INFO;
            case WARNING -> WARNING;
            case CRITICAL -> CRITICAL;
        };
    }

    /**
     * Tells its colour.
     *
     * @return red, green and blue, eight bits each
     */
    public int rgb() {
        return rgb;
    }

    /**
     * Tells its colour as web pages write it.
     *
     * @return for example {@code #e01e5a}
     */
    public String hex() {
        return String.format("#%06x", rgb);
    }

    /**
     * Tells its sign.
     *
     * @return an emoji
     */
    public String sign() {
        return sign;
    }
}
