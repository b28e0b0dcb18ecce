/**
 * The port's book: what ships, port and terminals have said, kept for good.
 *
 * <p><b>Owns</b> one SQLite file, to which lines are added and in which none is changed. <b>Data
 * flow</b>: records in from the API and from the watch over positions, entries out to the API.
 * <b>Threads</b>: one thread, {@code port-book}, has the file; everybody else asks it. <b>Does
 * not</b> know HTTP, and does not say who somebody is.
 */
@NullMarked
package org.plimsoll.shore.port.book;

import org.jspecify.annotations.NullMarked;
