package io.hostpulse.alerter.heartbeat;

/** How a watchdog is called. */
enum HeartbeatMethod {
    GET,
    HEAD,
    POST
}
