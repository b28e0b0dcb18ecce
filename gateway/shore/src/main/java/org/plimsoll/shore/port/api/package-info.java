/**
 * The port over HTTP, as {@code openapi.yaml} describes it.
 *
 * <p><b>Owns</b> the routes, the keys and who is who. <b>Data flow</b>: requests to questions to
 * the port's book, answers to JSON. <b>Threads</b>: handlers run on event loops; the book answers
 * on its own thread. <b>Does not</b> decide what may be kept: the book does.
 */
@NullMarked
package org.plimsoll.shore.port.api;

import org.jspecify.annotations.NullMarked;
