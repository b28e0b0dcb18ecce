/**
 * The reference ferry on pseudo-terminals: from a seed, with faults.
 *
 * <p><b>Owns</b> the truth (what she carries, how she floats, where she is) and the devices that
 * say it on their wires. <b>Data flow</b>: {@link org.plimsoll.simulator.Scenario} moves lorries
 * and ship, the ferry's hydrostatics turn masses into draughts, sensors add waves, noise and
 * resolution, devices write bytes to {@link org.plimsoll.simulator.PseudoTerminal}s. {@link
 * org.plimsoll.simulator.PowerSwitch} stands apart: the only other thing here that calls the
 * kernel. <b>Threads</b>: one, named {@code simulator}, owns everything; {@link
 * org.plimsoll.simulator.Simulator}'s public methods may be called from any thread. <b>Does not</b>
 * know the gateway: the terminals are all that joins them.
 */
@NullMarked
package org.plimsoll.simulator;

import org.jspecify.annotations.NullMarked;
