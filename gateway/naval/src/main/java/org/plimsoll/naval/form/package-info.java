/**
 * The draught survey form: every line of the UNECE form, by name, as it would be printed.
 *
 * <p><b>Owns</b> the names of the form's lines and the rounding of reported figures. <b>Data
 * flow</b>: a {@link org.plimsoll.naval.form.FormShip} and a {@link
 * org.plimsoll.naval.form.FormSurvey} enter a {@link org.plimsoll.naval.form.SurveyForm}, a {@link
 * org.plimsoll.naval.form.FormResult} leaves it. <b>Threads</b>: every public type is immutable.
 * <b>Does not</b> read sensors or files, estimate uncertainty, or complete missing readings: that
 * is the running survey of the package above.
 */
@NullMarked
package org.plimsoll.naval.form;

import org.jspecify.annotations.NullMarked;
