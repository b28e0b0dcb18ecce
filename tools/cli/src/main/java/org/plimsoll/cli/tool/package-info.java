/**
 * The commands for those who work on the gateway: simulator, measurements, torture.
 *
 * <p><b>Owns</b> {@code simulate}, {@code bench} and {@code torture}, and the options of a
 * simulation. <b>Data flow</b>: options in, figures on stdout. <b>Threads</b>: the main thread.
 * <b>Does not</b> run aboard.
 */
@NullMarked
package org.plimsoll.cli.tool;

import org.jspecify.annotations.NullMarked;
