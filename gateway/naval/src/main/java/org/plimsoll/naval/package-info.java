/**
 * How deep the ship lies and what she carries: hydrostatics, draught survey, cargo, load line.
 *
 * <p><b>Owns</b> the sign conventions: x from the after perpendicular, + forward; trim + by the
 * stern; list + to starboard; deflection + sag; densities in t/m3, masses in tonnes. <b>Data
 * flow</b>: {@link org.plimsoll.naval.ObservedDraughts} and {@link
 * org.plimsoll.naval.SurveyConditions} enter a {@link org.plimsoll.naval.DraughtSurvey}, a {@link
 * org.plimsoll.naval.SurveyResult} leaves it. <b>Threads</b>: every type is immutable. <b>Does
 * not</b> read files, clocks or sensors, round, or decide whether the ship may sail.
 */
@NullMarked
package org.plimsoll.naval;

import org.jspecify.annotations.NullMarked;
