/**
 * The shore's HTTP interface, as {@code openapi.yaml} describes it.
 *
 * <p><b>Owns</b> the routes and the JSON. <b>Data flow</b>: the fleet's records and the store's
 * answers out; nothing comes in. <b>Threads</b>: handlers run on event loops; questions to the
 * store on workers. <b>Does not</b> decide anything: it shows.
 */
@NullMarked
package org.plimsoll.shore.api;

import org.jspecify.annotations.NullMarked;
