/**
 * How deep the ship may lie: marks, zones and seasons, dock water, look-ahead, compliance.
 *
 * <p><b>Owns</b> the load line of the certificate, the subdivision load lines, the seasons of a
 * configured route and the limits that follow for a departure. <b>Data flow</b>: {@link
 * org.plimsoll.naval.loadline.LoadLineMarks} and a {@link org.plimsoll.naval.loadline.Route} give a
 * {@link org.plimsoll.naval.loadline.DepartureLimit}; that and the midship draughts of both sides
 * give {@link org.plimsoll.naval.loadline.MarkCompliance}. <b>Threads</b>: every type is immutable.
 * <b>Does not</b> read a clock (dates come in), take an area of a chart for the authority (the
 * route is; {@link org.plimsoll.naval.loadline.AnnexTwo} may only object), or decide on tonnage:
 * the marks are judged at the midship draught of each side, cargo at the corrected mean draught.
 *
 * <p>Lengths are in metres, masses in tonnes, densities in t/m3. Clauses are of the International
 * Convention on Load Lines, 1966, as modified by its Protocol of 1988.
 */
@NullMarked
package org.plimsoll.naval.loadline;

import org.jspecify.annotations.NullMarked;
