/**
 * A ship, her link, a broker and the shore in one thread and in virtual time, from a seed.
 *
 * <p><b>Owns</b> what surrounds the product: clocks, a disk that loses power, a network, a broker
 * and a store, all of which fail as the seed says. The product's own code runs between them: {@code
 * Committer}, {@code GatewayClock}, {@code StoredOutbox} and {@code UplinkCore} aboard, {@code
 * IngestCore} and {@code Fleet} ashore. <b>Data flow</b>: readings are offered to the ship; the
 * {@link org.plimsoll.bench.simulation.Witness} sees each that the disk takes and each that the
 * store takes, and compares. <b>Threads</b>: a voyage belongs to its caller's thread and starts
 * none; several may run beside each other. <b>Does not</b> imitate the product, nor replace the
 * torture of real processes: SQLite, MQTT and the operating system are only modelled.
 */
@NullMarked
package org.plimsoll.bench.simulation;

import org.jspecify.annotations.NullMarked;
