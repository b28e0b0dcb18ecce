package org.plimsoll.vessel.record;

import org.plimsoll.naval.departure.DepartureRecord;

/**
 * A record that is kept.
 *
 * @param number from 1, in the order of keeping
 * @param moment of the voyage
 * @param at the instant of the draughts, ISO 8601
 * @param by who recorded
 * @param voyage as the ship calls it
 * @param sha256 of the bytes, lower-case hexadecimal
 * @param json canonical JSON (RFC 8785): the bytes on disk, which are the bytes to sign
 */
public record KeptRecord(
    int number,
    DepartureRecord.Moment moment,
    String at,
    String by,
    String voyage,
    String sha256,
    String json) {}
