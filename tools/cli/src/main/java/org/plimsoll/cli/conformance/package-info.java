/**
 * Holds the decoders against records with expected values: {@code conformance DIR}.
 *
 * <p><b>Owns</b> the corpus schema, the comparison, the gates and the report. <b>Data flow</b>:
 * file of JSON Lines → one record at a time → the {@link org.plimsoll.cli.conformance.Adapter} of
 * its protocol → {@link org.plimsoll.cli.conformance.Comparison} → {@link
 * org.plimsoll.cli.conformance.FileTally} → report. <b>Threads</b>: the caller's. <b>Does not</b>
 * hold more than one record, or know how a protocol is decoded.
 *
 * <p>A further protocol is one {@code Adapter} and its row in {@code Adapters}. A record whose
 * protocol has no row counts as skipped, and its file fails: silence is never a pass.
 */
@NullMarked
package org.plimsoll.cli.conformance;

import org.jspecify.annotations.NullMarked;
