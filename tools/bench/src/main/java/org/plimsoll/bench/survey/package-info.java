/**
 * How often the draught survey's stated uncertainty holds the truth, and how often its verdicts are
 * right, by experiment.
 *
 * <p><b>Owns</b> a hull by formula, whose displacement needs no table, and seas, sensors and
 * manifests with known errors. <b>Data flow</b>: a seed becomes loadings; each goes through the
 * filter, the survey and the reconciliation of {@code org.plimsoll.naval}, and the tallies are held
 * against the limits. <b>Threads</b>: loadings are independent and drawn from their own number, so
 * any number of threads gives the same table. <b>Does not</b> know how the survey propagates
 * errors: it draws what the accuracy states and looks at what comes out.
 */
@NullMarked
package org.plimsoll.bench.survey;

import org.jspecify.annotations.NullMarked;
