/**
 * What the gateway knows of the ship at one moment.
 *
 * <p><b>Owns</b> the immutable picture that checks judge and pages show. <b>Data flow</b>: the
 * pipeline makes one each second. <b>Threads</b>: every type is immutable. <b>Does not</b> judge.
 */
@NullMarked
package org.plimsoll.vessel.state;

import org.jspecify.annotations.NullMarked;
