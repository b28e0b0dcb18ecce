package org.plimsoll.vessel.outbox;

/**
 * Names a channel before it has a number.
 *
 * @param path path of its quantity
 * @param source the line or the check that its values come from
 */
public record ChannelKey(String path, String source) {}
