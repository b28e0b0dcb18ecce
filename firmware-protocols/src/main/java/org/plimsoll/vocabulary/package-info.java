/**
 * The words that ship and shore share: quantities, their units, the quality of a value.
 *
 * <p><b>Owns</b> the table of quantities ({@link org.plimsoll.vocabulary.Quantities}); a new
 * quantity is one line there. <b>Data flow</b>: decoders and mappings emit {@link
 * org.plimsoll.vocabulary.Reading}s, everything after them is generic over quantities.
 * <b>Threads</b>: every type is immutable. <b>Does not</b> know time, sources or files.
 */
@NullMarked
package org.plimsoll.vocabulary;

import org.jspecify.annotations.NullMarked;
