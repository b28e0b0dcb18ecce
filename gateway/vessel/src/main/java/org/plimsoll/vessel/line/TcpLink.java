package org.plimsoll.vessel.line;

import com.digitalpetri.modbus.MbapHeader;
import com.digitalpetri.modbus.ModbusTcpFrame;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.modbus.ReadRegisters;
import org.plimsoll.protocol.modbus.RegisterResponse;
import org.plimsoll.protocol.modbus.RegisterResponse.ExceptionReply;
import org.plimsoll.protocol.modbus.RegisterResponse.Registers;
import org.plimsoll.protocol.modbus.Table;

/**
 * Modbus TCP. Answers are known by their transaction, so nothing need be quiet, and a late answer
 * is one unexpected frame. The library takes an answer of any byte count; here unit, function and
 * count must be those that were asked for. Confined to the line's event loop.
 */
final class TcpLink implements RegisterLink {

  private static final int TRANSACTIONS = 1 << 16;
  private static final int EXCEPTION_FLAG = 0x80;
  private static final int MAX_REQUEST_BYTES = 5;

  private @Nullable ReadRegisters request;
  private int transaction;

  @Override
  public Object begin(ReadRegisters next) {
    if (request != null) {
      throw new IllegalStateException(request + " is in flight, cannot begin " + next);
    }
    request = next;
    transaction = (transaction + 1) % TRANSACTIONS;
    ByteBuffer pdu = ByteBuffer.allocate(MAX_REQUEST_BYTES);
    if (next.table() == Table.HOLDING) {
      ReadHoldingRegistersRequest.Serializer.encode(
          new ReadHoldingRegistersRequest(next.address(), next.quantity()), pdu);
    } else {
      ReadInputRegistersRequest.Serializer.encode(
          new ReadInputRegistersRequest(next.address(), next.quantity()), pdu);
    }
    pdu.flip();
    return new ModbusTcpFrame(
        new MbapHeader(transaction, 0, 1 + pdu.remaining(), next.unit()), pdu);
  }

  @Override
  public boolean isBusy() {
    return request != null;
  }

  /** A damaged answer ends its request at once, so nothing waits beside one. */
  @Override
  public boolean hasHeard() {
    return false;
  }

  @Override
  public void hear(Object message, Consumer<Decoded<RegisterResponse>> sink) {
    if (message instanceof ModbusTcpFrame frame) {
      sink.accept(answer(frame));
    } else {
      sink.accept(((MbapCodec.OutOfStep) message).frame());
    }
  }

  private Decoded<RegisterResponse> answer(ModbusTcpFrame frame) {
    ReadRegisters asked = request;
    MbapHeader header = frame.header();
    if (asked == null || header.transactionId() != transaction) {
      return Decoded.malformed(
          Reason.UNEXPECTED, "answer to transaction " + header.transactionId());
    }
    request = null;
    ByteBuffer pdu = frame.pdu();
    int function = pdu.get() & 0xFF;
    if (header.unitId() != asked.unit()) {
      return Decoded.malformed(
          Reason.UNEXPECTED, "unit " + header.unitId() + " instead of " + asked.unit());
    }
    if (function == (asked.table().function() | EXCEPTION_FLAG)) {
      return Decoded.value(new RegisterResponse(asked, new ExceptionReply(pdu.get() & 0xFF)));
    }
    if (function != asked.table().function()) {
      return Decoded.malformed(
          Reason.UNEXPECTED, "function " + function + " instead of " + asked.table().function());
    }
    int expected = 2 * asked.quantity();
    int count = pdu.get() & 0xFF;
    if (count != expected || pdu.remaining() != expected) {
      return Decoded.malformed(
          pdu.remaining() < expected ? Reason.TRUNCATED : Reason.OVERLONG,
          "%d bytes counted and %d sent instead of %d".formatted(count, pdu.remaining(), expected));
    }
    int[] words = new int[asked.quantity()];
    for (int i = 0; i < words.length; i++) {
      words[i] = pdu.getShort() & 0xFFFF;
    }
    return Decoded.value(new RegisterResponse(asked, new Registers(words)));
  }

  @Override
  public Decoded<RegisterResponse> timeOut() {
    ReadRegisters asked = request;
    if (asked == null) {
      throw new IllegalStateException("no request is in flight");
    }
    request = null;
    return Decoded.malformed(Reason.TRUNCATED, "no answer from unit " + asked.unit());
  }

  @Override
  public int quietMillis() {
    return 0;
  }

  @Override
  public int drainMillis() {
    return 0;
  }
}
