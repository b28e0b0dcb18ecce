package org.plimsoll.telemetry.mqtt;

/**
 * What the broker allows on a connection.
 *
 * @param permits most publishes without an answer, from 1
 * @param maximumPacketBytes longest packet that it takes, in bytes
 */
public record SessionLimits(int permits, long maximumPacketBytes) {}
