package org.plimsoll.vessel.line;

import com.digitalpetri.modbus.tcp.ModbusTcpCodec;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.util.List;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.modbus.RegisterResponse;

/**
 * The library's framing of Modbus TCP, fenced: it believes any length, so headers that cannot be
 * are found before it sees them. A stream out of step cannot be mended: it is one malformed frame,
 * and the connection is closed.
 *
 * <pre>
 * transaction u16 | protocol u16, zero | length u16 of what follows | unit u8 | function, data
 * </pre>
 */
final class MbapCodec extends ModbusTcpCodec {

  private static final int PROTOCOL_AT = 2;
  private static final int LENGTH_AT = 4;
  private static final int HEADER_BYTES = 7;

  /** Unit, function and code of an exception. */
  private static final int LEAST_LENGTH = 3;

  /** Unit and the longest protocol data unit of 253 bytes. */
  private static final int MOST_LENGTH = 254;

  /** What ended a stream. */
  record OutOfStep(Decoded<RegisterResponse> frame) {}

  private boolean outOfStep;

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (outOfStep) {
      in.skipBytes(in.readableBytes());
      return;
    }
    if (in.readableBytes() < HEADER_BYTES) {
      return;
    }
    int start = in.readerIndex();
    int protocol = in.getUnsignedShort(start + PROTOCOL_AT);
    int length = in.getUnsignedShort(start + LENGTH_AT);
    if (protocol == 0 && length >= LEAST_LENGTH && length <= MOST_LENGTH) {
      super.decode(context, in, out);
      return;
    }
    outOfStep = true;
    byte[] shown = new byte[HEADER_BYTES];
    in.readBytes(shown);
    in.skipBytes(in.readableBytes());
    out.add(
        new OutOfStep(
            Decoded.malformed(
                Reason.SYNTAX, "no Modbus TCP header: " + Foreign.hex(shown, 0, shown.length))));
    context.close();
  }
}
