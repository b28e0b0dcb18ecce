/**
 * The HTTP edge of ship and shore: the server, the pages, the live stream, the replies to errors.
 *
 * <p><b>Owns</b> the listening socket ({@link org.plimsoll.web.HttpEdge}), the built pages on the
 * class path ({@link org.plimsoll.web.Pages}), the clients of a live stream ({@link
 * org.plimsoll.web.EventStream}) and the shape of an error ({@link org.plimsoll.web.Problems}).
 * <b>Data flow</b>: a composition root makes a router with {@link
 * org.plimsoll.web.HttpEdge#router}, adds its own resources, mounts a page, and hands JSON to the
 * stream once a second. <b>Threads</b>: handlers run on Vert.x event loops and never block; {@code
 * start} and {@code close} block and belong to the thread of the composition root; {@code publish}
 * may be called by any thread. <b>Does not</b> know what the JSON means.
 */
@NullMarked
package org.plimsoll.web;

import org.jspecify.annotations.NullMarked;
