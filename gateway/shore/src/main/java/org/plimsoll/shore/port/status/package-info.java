/**
 * Tells a port's own system how deep the ships lie and where they are, as DCSA's vessel status.
 *
 * <p><b>Owns</b> when each call was told last. <b>Data flow</b>: open calls out of the book and the
 * newest readings out of the fleet, as JSON over HTTP. <b>Threads</b>: a look begins on an event
 * loop, goes on on the book's thread and on those of the HTTP client; one is on its way at a time.
 * <b>Does not</b> queue: what is sent is how she lies now, and nothing that was not measured.
 */
@NullMarked
package org.plimsoll.shore.port.status;

import org.jspecify.annotations.NullMarked;
