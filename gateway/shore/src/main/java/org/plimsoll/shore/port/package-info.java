/**
 * What a port and a ship tell each other about a call: the words and the rules.
 *
 * <p><b>Owns</b> the records (voyage, port call, timestamp, declaration, cargo unit, draught
 * record, reconciliation, crossing), who may say what, and the verdict on the cargo. <b>Data
 * flow</b>: values in, values out. <b>Threads</b>: everything is immutable or pure. <b>Does not</b>
 * know JSON, HTTP, disks or clocks.
 */
@NullMarked
package org.plimsoll.shore.port;

import org.jspecify.annotations.NullMarked;
