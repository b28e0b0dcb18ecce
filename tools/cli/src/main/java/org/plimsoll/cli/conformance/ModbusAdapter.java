package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.modbus.FaultValues;
import org.plimsoll.protocol.modbus.ModbusRtuAnswer;
import org.plimsoll.protocol.modbus.ModbusRtuMaster;
import org.plimsoll.protocol.modbus.ReadRegisters;
import org.plimsoll.protocol.modbus.RegisterEncoding;
import org.plimsoll.protocol.modbus.RegisterResponse;
import org.plimsoll.protocol.modbus.RegisterResponse.ExceptionReply;
import org.plimsoll.protocol.modbus.RegisterResponse.Registers;
import org.plimsoll.protocol.modbus.Table;

/** Answers of Modbus RTU to the request that is recorded or, if none is, to one that they fit. */
final class ModbusAdapter implements Adapter {

  @Override
  public void check(JsonNode record, Comparison comparison) {
    byte[] response = Hearing.hex(record.get("response").textValue());
    JsonNode expect = record.get("expect");
    switch (record.get("kind").textValue()) {
      case "pair" -> checkPair(record, response, comparison);
      case "exception" -> checkException(expect, response, comparison);
      case "int16" -> {
        compareInteger("u16", RegisterEncoding.U16, expect, response, comparison);
        compareInteger("s16", RegisterEncoding.S16, expect, response, comparison);
      }
      case "int32" -> {
        String order = record.get("order").textValue();
        compareInteger(
            "uint32", RegisterEncoding.valueOf("U32_" + order), expect, response, comparison);
        compareInteger(
            "int32", RegisterEncoding.valueOf("S32_" + order), expect, response, comparison);
      }
      case "float32" -> {
        String order = record.get("order").textValue();
        compareFloat(RegisterEncoding.valueOf("F32_" + order), expect, response, comparison);
      }
      default -> comparison.skip("kind " + record.get("kind").textValue());
    }
  }

  private static void checkPair(JsonNode record, byte[] response, Comparison comparison) {
    JsonNode expect = record.get("expect");
    ReadRegisters request =
        new ReadRegisters(
            expect.get("unit").intValue(),
            table(expect.get("fc").intValue()),
            expect.get("start").intValue(),
            expect.get("quantity").intValue());
    byte[] sent = Hearing.hex(record.get("request").textValue());
    comparison.require(
        Arrays.equals(request.encode(), sent),
        "request",
        record.get("request").textValue(),
        HexFormat.of().formatHex(request.encode()));
    RegisterResponse.@Nullable Outcome outcome = answer(request, response);
    comparison.compare("registers", expect.get("registers"), words(outcome));
  }

  private static void checkException(JsonNode expect, byte[] response, Comparison comparison) {
    Decoded<ModbusRtuAnswer> heard = ModbusRtuAnswer.of(response);
    if (heard instanceof Decoded.Value<ModbusRtuAnswer> value
        && value.value().outcome() instanceof ExceptionReply refusal) {
      comparison.compare("unit", expect.get("unit"), value.value().unit());
      comparison.compare("fc", expect.get("fc"), value.value().function());
      comparison.compare("exception", expect.get("exception"), refusal.code());
    } else {
      comparison.require(false, "exception", expect.toString(), Hearing.inWords(heard));
    }
  }

  private static void compareInteger(
      String field,
      RegisterEncoding encoding,
      JsonNode expect,
      byte[] response,
      Comparison comparison) {
    OptionalDouble value = encoding.decode(words(encoding, response), 0, FaultValues.NONE);
    comparison.compare(field, expect.get(field), boxed(value));
  }

  private static void compareFloat(
      RegisterEncoding encoding, JsonNode expect, byte[] response, Comparison comparison) {
    OptionalDouble value = encoding.decode(words(encoding, response), 0);
    JsonNode expected = expect.get("value");
    if (expected.isNumber()) {
      comparison.compare("value", expected, boxed(value));
    } else {
      comparison.require(
          value.isEmpty(),
          "value",
          "absent, as " + expected.textValue() + " is no measurement",
          value.toString());
    }
  }

  private static int[] words(RegisterEncoding encoding, byte[] response) {
    ReadRegisters request = new ReadRegisters(response[0], table(response[1]), 0, encoding.words());
    RegisterResponse.@Nullable Outcome outcome = answer(request, response);
    if (outcome instanceof Registers registers) {
      return registers.words();
    }
    throw new IllegalStateException("no registers: " + outcome);
  }

  private static RegisterResponse.@Nullable Outcome answer(ReadRegisters request, byte[] bytes) {
    ModbusRtuMaster master = new ModbusRtuMaster();
    List<Decoded<RegisterResponse>> heard = new ArrayList<>();
    master.begin(request);
    master.feed(ByteBuffer.wrap(bytes), heard::add);
    return heard.size() == 1 && heard.get(0) instanceof Decoded.Value<RegisterResponse> value
        ? value.value().outcome()
        : null;
  }

  private static @Nullable Object words(RegisterResponse.@Nullable Outcome outcome) {
    return outcome instanceof Registers registers
        ? Arrays.stream(registers.words()).boxed().toList()
        : null;
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }

  private static Table table(int function) {
    return function == 3 ? Table.HOLDING : Table.INPUT;
  }
}
