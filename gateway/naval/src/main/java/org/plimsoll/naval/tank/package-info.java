/**
 * What is in the tanks, from soundings and ullages, and draughts from the sensors that give them.
 *
 * <p><b>Owns</b> the tank tables and the conversion of gauge and sensor figures to lengths. <b>Data
 * flow</b>: a reading and how the ship lies enter a {@link org.plimsoll.naval.tank.Tank}, a {@link
 * org.plimsoll.naval.tank.TankContent} leaves it, for the deductibles of a survey; a figure of a
 * {@link org.plimsoll.naval.tank.DraughtSensor} becomes a draught. <b>Threads</b>: every type is
 * immutable. <b>Does not</b> read devices or files, and does not correct a tank for the density of
 * the sea: each liquid has its own.
 */
@NullMarked
package org.plimsoll.naval.tank;

import org.jspecify.annotations.NullMarked;
