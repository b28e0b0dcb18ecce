package org.plimsoll.shore.port.wire;

/**
 * What is wrong with one field.
 *
 * @param field where, as in {@code draughtsMetres.forwardPort}; empty for the whole body
 * @param detail what is wrong with it; may quote foreign text, shortened
 * @param allowed what would be right
 */
public record Fault(String field, String detail, String allowed) {}
