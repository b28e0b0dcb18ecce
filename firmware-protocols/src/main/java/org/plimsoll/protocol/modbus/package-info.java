/**
 * Modbus RTU: register polls of draught sensors, tank gauges and weighing indicators.
 *
 * <p><b>Owns</b> the link layer of a master ({@link org.plimsoll.protocol.modbus.ModbusRtuMaster}),
 * of a slave for simulators ({@link org.plimsoll.protocol.modbus.ModbusRtuServer}), the register
 * encodings and the points of known devices. <b>Data flow</b>: {@link
 * org.plimsoll.protocol.modbus.ReadRegisters} → bytes → line → bytes → {@link
 * org.plimsoll.protocol.modbus.RegisterResponse} → {@link
 * org.plimsoll.protocol.modbus.RegisterEncoding} → number. <b>Threads</b>: a master or server
 * belongs to the thread that feeds it, everything else is immutable. <b>Does not</b> schedule
 * polls, see a clock or keep the silence between frames (the line does), or write registers.
 */
@NullMarked
package org.plimsoll.protocol.modbus;

import org.jspecify.annotations.NullMarked;
