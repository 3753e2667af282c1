package io.hostpulse.common.net;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Who is asked, and for what. Messages show its origin only: a path or a query may hold a secret.
 *
 * @param uri an absolute URL with http or https, a host, and no user in it
 */
public record HttpTarget(URI uri) {

    /**
     * Reads a URL.
     *
     * @param url the text of it
     * @return who is asked
     * @throws IllegalArgumentException with what is wrong, without the URL
     */
    public static HttpTarget parse(String url) {
        try {
            return checked(new URI(url));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a URL: " + e.getReason() + " at character " + e.getIndex(), e);
        }
    }

    /**
     * Finds the place that an answer points to.
     *
     * @param location a URL, relative to this one or not
     * @return who is asked then
     * @throws IllegalArgumentException with what is wrong, without the URL
     */
    public HttpTarget to(String location) {
        try {
            return checked(uri.resolve(new URI(location)));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a URL: " + e.getReason() + " at character " + e.getIndex(), e);
        }
    }

    private static HttpTarget checked(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("a URL begins with http:// or https://");
        }
        if (uri.getHost() == null || uri.getPort() > 65_535 || uri.getPort() == 0) {
            throw new IllegalArgumentException("the URL has no usable host and port");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("no user in a URL: use 'username' and 'password'");
        }
        return new HttpTarget(uri);
    }

    /**
     * Tells whether it is asked over TLS.
     *
     * @return whether the scheme is https
     */
    public boolean isSecure() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    /**
     * Tells the host as it is looked up.
     *
     * @return a name or an address, IPv6 without its brackets
     */
    public String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host.toLowerCase(Locale.ROOT);
    }

    /**
     * Tells the port.
     *
     * @return the written one, or the usual one
     */
    public int port() {
        return uri.getPort() > 0 ? uri.getPort() : usualPort();
    }

    private int usualPort() {
        return isSecure() ? 443 : 80;
    }

    String hostHeader() {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return port() == usualPort() ? host : host + ":" + port();
    }

    /**
     * Tells what is asked for; it may hold a secret.
     *
     * @return path and query, in ASCII
     */
    public String resource() {
        URI ascii = URI.create(uri.toASCIIString());
        String path = ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    /**
     * Tells who answers, which decides whether secrets may go there.
     *
     * @return scheme, host and port
     */
    public String origin() {
        return (isSecure() ? "https://" : "http://") + hostHeader();
    }

    @Override
    public String toString() {
        return origin();
    }
}
