package org.plimsoll.vessel.line;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.modbus.ModbusRtuMaster;
import org.plimsoll.protocol.modbus.ReadRegisters;
import org.plimsoll.protocol.modbus.RegisterResponse;

/**
 * Modbus RTU. After an answer the bus is quiet for {@value #QUIET_MILLIS} ms; after none came,
 * whatever comes within {@value #DRAIN_MILLIS} ms is drained, so that a late answer is not taken
 * for the next one. Confined to the line's event loop.
 */
final class RtuLink implements RegisterLink {

  /** Above t3.5 of every speed from 2400 baud up: 38.5 / 2400 = 16 ms. */
  static final int QUIET_MILLIS = 20;

  /** Above the gaps of 10 to 20 ms that converters put into frames, with margin. */
  static final int DRAIN_MILLIS = 50;

  private final ModbusRtuMaster master = new ModbusRtuMaster();

  @Override
  public Object begin(ReadRegisters request) {
    return Unpooled.wrappedBuffer(master.begin(request));
  }

  @Override
  public boolean isBusy() {
    return master.isBusy();
  }

  @Override
  public boolean hasHeard() {
    return master.hasHeard();
  }

  @Override
  public void hear(Object message, Consumer<Decoded<RegisterResponse>> sink) {
    for (ByteBuffer buffer : ((ByteBuf) message).nioBuffers()) {
      master.feed(buffer, sink);
    }
  }

  @Override
  public Decoded<RegisterResponse> timeOut() {
    return master.timeOut();
  }

  @Override
  public int quietMillis() {
    return QUIET_MILLIS;
  }

  @Override
  public int drainMillis() {
    return DRAIN_MILLIS;
  }
}
