package io.hostpulse.collector.source.http;

/** How a server may be asked. */
enum HttpMethod {
    GET,
    HEAD,
    POST
}
