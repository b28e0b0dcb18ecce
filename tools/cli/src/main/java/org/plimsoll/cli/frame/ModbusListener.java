package org.plimsoll.cli.frame;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.modbus.ModbusRtuAnswer;
import org.plimsoll.protocol.modbus.ModbusRtuMaster;
import org.plimsoll.protocol.modbus.ReadRegisters;
import org.plimsoll.protocol.modbus.RegisterResponse;

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
      Optional<ReadRegisters> request = ModbusRtuAnswer.requestOf(last);
      if (request.isPresent()) {
        end(sink);
        master.begin(request.get());
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

  private static Frame frameOf(RegisterResponse response) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(FieldTree.of(response.request()));
    fields.putAll(FieldTree.of((Record) response.outcome()));
    return Frame.ok(response.outcome().getClass().getSimpleName(), fields, List.of());
  }
}
