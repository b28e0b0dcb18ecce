package org.plimsoll.vessel.line;

import java.util.function.Consumer;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.modbus.ReadRegisters;
import org.plimsoll.protocol.modbus.RegisterResponse;

/**
 * How requests for registers and their answers go over a line, one request in flight. Confined to
 * the line's event loop.
 */
interface RegisterLink {

  /** Begins a request; gives the message to write. */
  Object begin(ReadRegisters request);

  /** Whether an answer is awaited. */
  boolean isBusy();

  /** Whether something came that is no answer; asked while one is awaited. */
  boolean hasHeard();

  /** Takes what the line heard. */
  void hear(Object message, Consumer<Decoded<RegisterResponse>> sink);

  /** Gives the request up; tells what was wrong. */
  Decoded<RegisterResponse> timeOut();

  /** How long the line must be quiet after an answer, in ms. */
  int quietMillis();

  /** How long it must be quiet after none came in time, in ms. */
  int drainMillis();
}
