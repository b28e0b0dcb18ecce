/**
 * Which commit a figure belongs to. <b>Owns</b> nothing. <b>Data flow</b>: asks git about the tree
 * that a run was started from. <b>Threads</b>: the caller's. <b>Does not</b> know any figure.
 */
@NullMarked
package org.plimsoll.bench.revision;

import org.jspecify.annotations.NullMarked;
