/**
 * Holds the ship's calculations against worked examples: files of the shape {@code {"vectors":
 * [{"id", "inputs", "steps"}]}}.
 *
 * <p><b>Owns</b> the names under which such files give inputs and steps, the comparison and its
 * tolerances. <b>Data flow</b>: file → {@link org.plimsoll.cli.vectors.Example} → the {@link
 * org.plimsoll.cli.vectors.Calculation} of its topic, which sees the inputs and never an expected
 * value → {@link org.plimsoll.cli.vectors.Expectation} → {@link
 * org.plimsoll.cli.vectors.VectorTally}. <b>Threads</b>: the caller's. <b>Does not</b> calculate:
 * that is {@code org.plimsoll.naval}.
 */
@NullMarked
package org.plimsoll.cli.vectors;

import org.jspecify.annotations.NullMarked;
