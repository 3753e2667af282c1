package io.hostpulse.broker.rest.dashboard;

import io.hostpulse.broker.rest.Preferences;
import io.hostpulse.broker.rest.Response;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * A file with what a browser must be told of it. Immutable.
 *
 * @param type its media type
 * @param tag tells this content from any other, in quotes
 * @param caching how long it may be kept
 * @param plain the bytes
 * @param gzip the same bytes, compressed when the dashboard was built
 */
@SuppressWarnings("ArrayRecordComponent") // sent as they are, and compared by nobody
record StaticFile(String type, String tag, String caching, byte[] plain, byte[] gzip) {

    /** Names of assets hold a hash of their content: what was fetched once never changes. */
    static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** The page names its assets: it is asked for each time, and answered with 304 when it is still the same. */
    static final String ASK_FIRST = "no-cache";

    Response response(Preferences preferences) {
        boolean isCompressed = takesGzip(preferences);
        Response response = isKnown(preferences)
                ? Response.of(304, type, new byte[0])
                : Response.of(200, type, isCompressed ? gzip : plain);
        for (Map.Entry<String, String> header : SecurityHeaders.OF_PAGES.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        response = response.with("Cache-Control", caching).with("ETag", tag).with("Vary", "Accept-Encoding");
        return isCompressed && response.status() == 200 ? response.with("Content-Encoding", "gzip") : response;
    }

    private boolean isKnown(Preferences preferences) {
        return preferences.known().stream()
                .flatMap(tags -> Arrays.stream(tags.split(",")))
                .map(known -> known.strip().replaceFirst("^W/", ""))
                .anyMatch(known -> known.equals(tag) || known.equals("*"));
    }

    private static boolean takesGzip(Preferences preferences) {
        return preferences.encodings().stream()
                .flatMap(encodings -> Arrays.stream(encodings.split(",")))
                .map(encoding -> encoding.replaceAll("\\s", "").toLowerCase(Locale.ROOT))
                .anyMatch(encoding -> encoding.startsWith("gzip") && !encoding.matches("gzip;q=0(\\.0*)?"));
    }
}
