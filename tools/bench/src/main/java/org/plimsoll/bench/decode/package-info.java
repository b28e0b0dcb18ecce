/**
 * What it costs to decode: nanoseconds and bytes allocated a sentence, by JMH.
 *
 * <p><b>Owns</b> the mix of sentences, the bare pass that the decoders are held against, and the
 * benchmarks. <b>Data flow</b>: a file of sentences, or the mix of our own, to a file of bytes,
 * that to the JVMs that JMH starts, and their results to a table. <b>Threads</b>: a run belongs to
 * its caller's thread; each benchmark runs alone on one thread of its JVM. <b>Does not</b> judge
 * what is decoded: the tests of the protocols do.
 */
@NullMarked
package org.plimsoll.bench.decode;

import org.jspecify.annotations.NullMarked;
