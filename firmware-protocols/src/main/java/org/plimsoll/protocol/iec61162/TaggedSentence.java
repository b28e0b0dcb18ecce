package org.plimsoll.protocol.iec61162;

import java.util.Optional;
import org.plimsoll.protocol.nmea0183.Sentence;

/**
 * A sentence and what its TAG blocks say.
 *
 * @param sentence absent when blocks stand alone on their line, or before one that is not decoded
 * @param tags all blocks before the sentence in one, and what the earlier members of its group said
 */
public record TaggedSentence(Optional<Sentence> sentence, Optional<TagBlock> tags)
    implements DatagramContent {}
