/**
 * The binary protocol of CASIC receivers (Zhongkewei AT6558 and the modules made of it).
 *
 * <p><b>Owns</b> the frame ({@link org.plimsoll.protocol.casic.CasicFrame}) and the messages of
 * position, velocity and UTC. <b>Data flow</b>: a frame that {@link
 * org.plimsoll.protocol.gnss.GnssLineDecoder} found → message → {@link
 * org.plimsoll.protocol.casic.CasicReadings}. <b>Threads</b>: everything is immutable. <b>Does
 * not</b> search a stream for frames.
 */
@NullMarked
package org.plimsoll.protocol.casic;

import org.jspecify.annotations.NullMarked;
