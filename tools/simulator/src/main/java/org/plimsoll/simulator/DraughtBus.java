package org.plimsoll.simulator;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.protocol.modbus.ModbusRtuServer;
import org.plimsoll.protocol.modbus.ReadRegisters;
import org.plimsoll.protocol.modbus.RegisterEncoding;
import org.plimsoll.protocol.modbus.RegisterResponse.ExceptionReply;
import org.plimsoll.protocol.modbus.RegisterResponse.Outcome;
import org.plimsoll.protocol.modbus.RegisterResponse.Registers;

/**
 * Six draught transmitters on one Modbus RTU wire: units 1 to 6 in the order of {@link
 * DraughtMark}, the draught as a 32-bit float in metres (ABCD) at 0x0000, by function 03 or 04.
 */
final class DraughtBus implements Device {

  /** Time of eight bytes at 9,600 baud and of the transmitter to answer. */
  private static final double ANSWER_SECONDS = 0.012;

  /** A master asks one at a time; answers beyond these are for a master that does not listen. */
  private static final int MAX_ANSWERS = 8;

  private static final int ILLEGAL_ADDRESS = 2;

  private record Answer(double dueSeconds, byte[] frame) {}

  private final List<Voice> voices = new ArrayList<>();
  private final ModbusRtuServer server = new ModbusRtuServer(this::read);
  private final Queue<Answer> answers = new ArrayDeque<>();
  private @Nullable Truth now;

  DraughtBus(Function<Sensor, Voice> voiceOf) {
    for (DraughtMark mark : DraughtMark.values()) {
      voices.add(voiceOf.apply(Sensor.valueOf("DRAUGHT_" + mark.name())));
    }
  }

  @Override
  public void tick(Truth moment, Outlet out) {
    voices.forEach(voice -> voice.seen(moment));
  }

  @Override
  public void answer(double seconds, Truth moment, Outlet out) {
    while (!answers.isEmpty() && answers.peek().dueSeconds() <= seconds) {
      out.say(answers.remove().frame());
    }
  }

  @Override
  public boolean listens() {
    return true;
  }

  @Override
  public void hear(ByteBuffer bytes, double seconds, Truth moment) {
    now = moment;
    server.feed(bytes, frame -> prepare(frame, seconds, moment));
  }

  private void prepare(byte[] frame, double seconds, Truth moment) {
    int unit = frame[0] & 0xFF;
    Optional<byte[]> uttered = voices.get(unit - 1).uttered(frame, moment);
    if (uttered.isPresent() && answers.size() < MAX_ANSWERS) {
      answers.add(new Answer(seconds + ANSWER_SECONDS, uttered.get()));
    }
  }

  private Optional<Outcome> read(ReadRegisters request) {
    if (request.unit() < 1 || request.unit() > voices.size() || now == null) {
      return Optional.empty();
    }
    DraughtMark mark = DraughtMark.values()[request.unit() - 1];
    Truth seen = voices.get(mark.ordinal()).seen(now);
    int[] words = RegisterEncoding.F32_ABCD.encode(seen.floating().sensed().at(mark).orElseThrow());
    if (request.address() + request.quantity() > words.length) {
      return Optional.of(new ExceptionReply(ILLEGAL_ADDRESS));
    }
    int[] asked = new int[request.quantity()];
    System.arraycopy(words, request.address(), asked, 0, asked.length);
    return Optional.of(new Registers(asked));
  }
}
