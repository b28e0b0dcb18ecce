package org.plimsoll.bench;

/**
 * What a link has carried since it opened.
 *
 * @param bytesToShore bytes handed to the target, TCP payload.
 * @param bytesToShip bytes handed to the clients, TCP payload.
 * @param openConnections connections open now, stalled ones included.
 * @param connections connections accepted.
 * @param refused connections reset because the link was down, full, or the target was absent.
 */
public record LinkTraffic(
    long bytesToShore, long bytesToShip, int openConnections, long connections, long refused) {}
