package org.plimsoll.cli.frame;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.modbus.ModbusRtuMaster;
import org.plimsoll.protocol.modbus.ReadRegisters;
import org.plimsoll.protocol.modbus.RegisterResponse;
import org.plimsoll.protocol.modbus.Table;

/**
 * A recorded Modbus RTU line: each request to read, known by its eight bytes and their check value,
 * and the answer to it. A request that no answer followed is malformed.
 */
final class ModbusListener implements FrameReader {

  private final ModbusRtuMaster master = new ModbusRtuMaster();
  private final byte[] last = new byte[ReadRegisters.LENGTH];

  @Override
  public void feed(ByteBuffer bytes, Consumer<? super Frame> sink) {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      System.arraycopy(last, 1, last, 0, last.length - 1);
      last[last.length - 1] = next;
      ReadRegisters request = request();
      if (request != null) {
        end(sink);
        master.begin(request);
        Arrays.fill(last, (byte) 0);
      } else if (master.isBusy()) {
        master.feed(
            ByteBuffer.wrap(new byte[] {next}),
            decoded -> sink.accept(Frame.of(decoded, ModbusListener::frameOf)));
      }
    }
  }

  @Override
  public void end(Consumer<? super Frame> sink) {
    if (master.isBusy()) {
      Decoded<RegisterResponse> unanswered = master.timeOut();
      sink.accept(Frame.of(unanswered, ModbusListener::frameOf));
    }
  }

  private @Nullable ReadRegisters request() {
    int unit = last[0] & 0xFF;
    int function = last[1];
    int address = word(2);
    int quantity = word(4);
    boolean possible =
        unit >= 1
            && unit <= 247
            && (function == Table.HOLDING.function() || function == Table.INPUT.function())
            && quantity >= 1
            && quantity <= ReadRegisters.MAX_QUANTITY
            && address + quantity - 1 <= 0xFFFF;
    if (!possible) {
      return null;
    }
    Table table = function == Table.HOLDING.function() ? Table.HOLDING : Table.INPUT;
    ReadRegisters request = new ReadRegisters(unit, table, address, quantity);
    return Arrays.equals(request.encode(), last) ? request : null;
  }

  private int word(int at) {
    return (last[at] & 0xFF) << 8 | last[at + 1] & 0xFF;
  }

  private static Frame frameOf(RegisterResponse response) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(FieldTree.of(response.request()));
    fields.putAll(FieldTree.of((Record) response.outcome()));
    return Frame.ok(response.outcome().getClass().getSimpleName(), fields, List.of());
  }
}
