package org.plimsoll.protocol.proof;

import static org.plimsoll.protocol.proof.Contract.check;
import static org.plimsoll.protocol.proof.Contract.checkSame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.modbus.FaultValues;
import org.plimsoll.protocol.modbus.ModbusRtuAnswer;
import org.plimsoll.protocol.modbus.ModbusRtuMaster;
import org.plimsoll.protocol.modbus.ModbusRtuServer;
import org.plimsoll.protocol.modbus.ReadRegisters;
import org.plimsoll.protocol.modbus.RegisterEncoding;
import org.plimsoll.protocol.modbus.RegisterResponse;
import org.plimsoll.protocol.modbus.RegisterResponse.ExceptionReply;
import org.plimsoll.protocol.modbus.RegisterResponse.Outcome;
import org.plimsoll.protocol.modbus.RegisterResponse.Registers;
import org.plimsoll.protocol.modbus.Table;
import org.plimsoll.protocol.weighing.LaumasRegisters;
import org.plimsoll.protocol.weighing.MassUnit;

/** Modbus RTU and what its registers say. */
final class ModbusTargets {

  private ModbusTargets() {}

  static List<Target> all() {
    return List.of(
        new Target("modbus-master", () -> ModbusTargets::master, ModbusTargets::wires),
        new Target("modbus-answer", () -> ModbusTargets::answer, ModbusTargets::answers),
        new Target("modbus-server", () -> ModbusTargets::server, ModbusTargets::wires),
        new Target("registers", () -> ModbusTargets::registers, ModbusTargets::answers));
  }

  static List<byte[]> answers() {
    return Captures.lines("modbus/exchanges.txt").stream()
        .map(line -> Captures.hex(line.split("\\|")[1].replace(" ", "")))
        .toList();
  }

  /** Steps of a poll: begin, bytes of the wire, a sound answer, a time-out. */
  private static List<byte[]> wires() {
    List<byte[]> wires = new ArrayList<>();
    for (byte[] answer : answers()) {
      byte[] wire = new byte[answer.length + 10];
      wire[0] = 0;
      wire[1] = 17;
      wire[2] = 3;
      wire[3] = 1;
      wire[4] = (byte) answer.length;
      System.arraycopy(answer, 0, wire, 5, answer.length);
      wire[wire.length - 5] = 2;
      wire[wire.length - 4] = 3;
      wires.add(wire);
    }
    return wires;
  }

  /** Each request ends in one outcome, and what else came is at most one defect besides. */
  private static void master(byte[] input) {
    List<String> whole = poll(input, false);
    checkSame("byte by byte", whole, poll(input, true));
  }

  private static List<String> poll(byte[] input, boolean single) {
    ModbusRtuMaster master = new ModbusRtuMaster();
    List<String> log = new ArrayList<>();
    ReadRegisters asked = null;
    int at = 0;
    while (at < input.length) {
      int step = input[at++] & 3;
      if (step == 0 && !master.isBusy() && at + 2 <= input.length) {
        asked = request(input[at], input[at + 1]);
        checkSame(
            "the request", Optional.of(asked), ModbusRtuAnswer.requestOf(master.begin(asked)));
        at += 2;
      } else if (step == 1 && at < input.length) {
        int size = Math.min(input[at++] & 0x7F, input.length - at);
        listen(master, asked, Arrays.copyOfRange(input, at, at + size), single, log);
        at += size;
      } else if (step == 2 && asked != null) {
        listen(master, asked, answerTo(asked, at), single, log);
      } else if (step == 3 && master.isBusy()) {
        Decoded<RegisterResponse> given = master.timeOut();
        Contract.checkText(given);
        check(!(given instanceof Value) && !master.isBusy(), "timed out with", given);
        log.add(given.toString());
      }
      Contract.checkHeld(master);
    }
    if (master.isBusy()) {
      log.add(master.timeOut().toString());
    }
    ReadRegisters good = new ReadRegisters(1, Table.INPUT, 0, 2);
    master.begin(good);
    check(listen(master, good, answerTo(good, 7), single, log) == 1, "the answer behind", log);
    return log;
  }

  private static ReadRegisters request(byte first, byte second) {
    int unit = Math.max(1, (first & 0xFF) % 248);
    Table table = (second & 1) == 0 ? Table.INPUT : Table.HOLDING;
    int quantity = 1 + (second >> 1 & 0x7F) % ReadRegisters.MAX_QUANTITY;
    return new ReadRegisters(unit, table, (first & 0xFF) << 8, quantity);
  }

  private static byte[] answerTo(ReadRegisters request, int seed) {
    List<byte[]> answers = new ArrayList<>();
    ModbusRtuServer server =
        new ModbusRtuServer(
            asked -> {
              int[] words = new int[asked.quantity()];
              Arrays.setAll(words, i -> seed * 31 + i & 0xFFFF);
              return Optional.of(new Registers(words));
            });
    server.feed(ByteBuffer.wrap(request.encode()), answers::add);
    check(answers.size() == 1, "not one answer to", request);
    return answers.get(0);
  }

  /** How many responses came; each is to what was asked. */
  private static int listen(
      ModbusRtuMaster master, ReadRegisters asked, byte[] bytes, boolean single, List<String> log) {
    boolean busy = master.isBusy();
    List<Decoded<RegisterResponse>> said = new ArrayList<>();
    int size = single ? 1 : Math.max(1, bytes.length);
    for (int at = 0; at < bytes.length; at += size) {
      ByteBuffer chunk = ByteBuffer.wrap(bytes, at, size);
      master.feed(chunk, said::add);
      check(!chunk.hasRemaining(), "left bytes behind", said);
    }
    int responses = 0;
    for (Decoded<RegisterResponse> one : said) {
      Contract.checkText(one);
      log.add(one.toString());
      if (one instanceof Value<RegisterResponse> value) {
        responses++;
        checkSame("the request", asked, value.value().request());
        if (value.value().outcome() instanceof Registers registers) {
          checkSame("registers", asked.quantity(), registers.words().length);
        }
      }
    }
    check(responses <= (busy ? 1 : 0), "more answers than requests", said);
    check(said.size() - responses <= 2, "more than one defect", said);
    return responses;
  }

  /** An answer that is accepted is the one that a server would give. */
  private static void answer(byte[] frame) {
    Decoded<ModbusRtuAnswer> said = ModbusRtuAnswer.of(frame);
    Contract.checkText(said);
    Optional<ReadRegisters> request = ModbusRtuAnswer.requestOf(frame);
    if (request.isPresent()) {
      check(Arrays.equals(request.get().encode(), frame), "another request", frame);
    }
    if (said instanceof Value<ModbusRtuAnswer> value) {
      ModbusRtuAnswer answer = value.value();
      boolean askable = answer.unit() >= 1 && answer.unit() <= 247;
      boolean reads = answer.function() == 3 || answer.function() == 4;
      int words = answer.outcome() instanceof Registers registers ? registers.words().length : 1;
      if (askable && reads && words >= 1 && words <= ReadRegisters.MAX_QUANTITY) {
        Table table = answer.function() == 3 ? Table.HOLDING : Table.INPUT;
        ReadRegisters asked = new ReadRegisters(answer.unit(), table, 0, words);
        List<byte[]> answers = new ArrayList<>();
        new ModbusRtuServer(any -> Optional.of(answer.outcome()))
            .feed(ByteBuffer.wrap(asked.encode()), answers::add);
        check(Arrays.equals(answers.get(0), frame), "another answer", frame);
      }
    }
  }

  /** Whatever a server hears, what it says is an answer to a sound request. */
  private static void server(byte[] input) {
    List<Outcome> given = new ArrayList<>();
    ModbusRtuServer server =
        new ModbusRtuServer(
            request -> {
              Outcome outcome =
                  request.address() % 3 == 0
                      ? new ExceptionReply(2)
                      : new Registers(new int[request.quantity()]);
              given.add(outcome);
              return request.address() % 5 == 0 ? Optional.empty() : Optional.of(outcome);
            });
    List<byte[]> answers = new ArrayList<>();
    server.feed(ByteBuffer.wrap(input), answers::add);
    Contract.checkHeld(server);
    for (byte[] answer : answers) {
      check(ModbusRtuAnswer.of(answer) instanceof Value, "no sound answer", answer);
    }
    int before = answers.size();
    server.feed(ByteBuffer.wrap(new ReadRegisters(9, Table.HOLDING, 4, 3).encode()), answers::add);
    check(answers.size() == before + 1, "the request behind", given);
  }

  /** A number is read as it was written, in every encoding; a weight has a mass or none. */
  private static void registers(byte[] input) {
    if (input.length < 9) {
      return;
    }
    int[] words = new int[4];
    for (int i = 0; i < words.length; i++) {
      words[i] = (input[1 + 2 * i] & 0xFF) << 8 | input[2 + 2 * i] & 0xFF;
    }
    for (RegisterEncoding encoding : RegisterEncoding.values()) {
      OptionalDouble any = encoding.decode(words, 0, FaultValues.NONE);
      check(Double.isFinite(any.orElse(0)), "not a number", encoding);
      if (any.isPresent()) {
        int[] again = encoding.encode(any.getAsDouble());
        checkSame(encoding + " again", any, encoding.decode(again, 0, FaultValues.NONE));
      }
      OptionalDouble usual = encoding.decode(words, 0);
      check(usual.isEmpty() || usual.equals(any), "another number", encoding);
    }
    MassUnit unit = MassUnit.values()[(input[0] & 0xFF) % MassUnit.values().length];
    int[] five = {words[0] ^ input[0] << 8 & 0xFFFF, words[0], words[1], words[2], words[3]};
    for (int decimals = 0; decimals <= 5; decimals++) {
      WeighingTargets.checkWeight(new LaumasRegisters(decimals, unit).weight(new Registers(five)));
    }
  }
}
