/**
 * What a reading costs on the link, in Plimsoll's blocks and in what others send, over the same
 * samples; and what hostile blocks cost their reader.
 *
 * <p><b>Owns</b> the form of recordings, the encoders of the other formats, the figures and their
 * limits; one public class per command. <b>Data flow</b>: a recording is read or made, cut into
 * commit groups of a second and blocks of a length, encoded in every format, and the bytes are
 * counted. <b>Threads</b>: everything belongs to its caller's thread. <b>Does not</b> send
 * anything.
 */
@NullMarked
package org.plimsoll.bench.wire;

import org.jspecify.annotations.NullMarked;
