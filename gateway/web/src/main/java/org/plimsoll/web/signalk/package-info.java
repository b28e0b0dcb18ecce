/**
 * Signal K 1.7, as ship and shore serve it: discovery, the full model, the delta stream.
 *
 * <p><b>Owns</b> the table of paths ({@link org.plimsoll.web.signalk.SignalKPaths}) and the clients
 * of the stream ({@link org.plimsoll.web.signalk.SignalKStream}). <b>Data flow</b>: a composition
 * root hands in its vessels ({@link org.plimsoll.web.signalk.SignalKFleet}) and says when they may
 * have changed; documents and deltas are made for those who ask. <b>Threads</b>: {@code refresh}
 * may be called by any thread; the stream lives on one event loop; documents are made on the event
 * loop of the request. <b>Does not</b> take anything in: PUT is not served, and nothing is
 * calculated.
 */
@NullMarked
package org.plimsoll.web.signalk;

import org.jspecify.annotations.NullMarked;
