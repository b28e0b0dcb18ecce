/**
 * Tells other systems what was added to the port's book.
 *
 * <p><b>Owns</b> who is told what, how far each has been told, and the signature. <b>Data flow</b>:
 * entries out of the book, as signed JSON over HTTP. <b>Threads</b>: a turn begins on an event
 * loop, goes on on the book's thread and on those of the HTTP client; one turn of a webhook is on
 * its way at a time. <b>Does not</b> drop anything: what was not taken waits in the book.
 */
@NullMarked
package org.plimsoll.shore.port.hook;

import org.jspecify.annotations.NullMarked;
