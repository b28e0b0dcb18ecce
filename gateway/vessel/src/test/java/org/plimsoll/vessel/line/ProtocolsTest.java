package org.plimsoll.vessel.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.modbus.FaultValues;
import org.plimsoll.protocol.modbus.ModbusRtuServer;
import org.plimsoll.protocol.modbus.ReadRegisters;
import org.plimsoll.protocol.modbus.RegisterEncoding;
import org.plimsoll.protocol.modbus.RegisterResponse;
import org.plimsoll.protocol.modbus.Table;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.weighing.ToledoChecksum;
import org.plimsoll.protocol.weighing.ToledoContinuousWriter;
import org.plimsoll.protocol.weighing.ToledoSetting;
import org.plimsoll.protocol.weighing.Weight;
import org.plimsoll.vessel.line.Dialect.Protocol;
import org.plimsoll.vessel.mapping.RegisterPoint;
import org.plimsoll.vessel.mapping.Scaling;
import org.plimsoll.vessel.mapping.SentenceMapping;
import org.plimsoll.vessel.mapping.TransducerPoint;
import org.plimsoll.vessel.mapping.WeightPoint;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/** Each protocol on an embedded channel, in virtual time. */
class ProtocolsTest {

  private static final WeightPoint BRIDGE = weight(Quantities.WEIGHBRIDGE_MASS);

  private final EarFake ear = new EarFake();

  private static WeightPoint weight(Quantity quantity) {
    return new WeightPoint(quantity, Scaling.none(quantity));
  }

  private static RegisterPoint point(int unit, Quantity quantity) {
    return new RegisterPoint(
        new ReadRegisters(unit, Table.HOLDING, 0, 2),
        RegisterEncoding.F32_ABCD,
        OptionalInt.empty(),
        FaultValues.USUAL,
        quantity,
        Scaling.none(quantity));
  }

  private RegisterHandler registers(RegisterPoint... points) {
    return new RegisterHandler(
        "draught",
        new Dialect.Modbus(
            Protocol.MODBUS_RTU, List.of(points), Duration.ofSeconds(1), Duration.ofMillis(300)),
        new RtuLink(),
        ear);
  }

  private static EmbeddedChannel frozen(ChannelHandler handler) {
    EmbeddedChannel channel = new EmbeddedChannel();
    channel.freezeTime();
    channel.pipeline().addLast(handler);
    channel.pipeline().fireChannelActive();
    return channel;
  }

  private SentenceHandler sentences() {
    Quantity direction = Quantities.RAMP_DIRECTION;
    return new SentenceHandler(
        "counter",
        new Dialect.Sentences(
            Protocol.NMEA0183,
            ChecksumPolicy.REQUIRED,
            new SentenceMapping(
                List.of(
                    new TransducerPoint(
                        "PAX",
                        Quantities.PASSENGERS_ON_BOARD,
                        Scaling.none(Quantities.PASSENGERS_ON_BOARD)),
                    new TransducerPoint("RAMP", direction, new Scaling(2, -1, -1, 1))))),
        ear);
  }

  @Test
  void transducersAreMappedByTheirNames() {
    EmbeddedChannel channel = frozen(sentences());
    channel.writeInbound(ascii("$YXXDR,G,17,,PAX,S,0,,RAMP,C,20.1,C,AIR*6D\r\n"));
    assertThat(ear.heard).hasSize(1);
    assertThat(ear.heard.get(0).source()).isEqualTo("counter.YXXDR");
    assertThat(ear.readings())
        .containsExactly(
            Reading.good(Quantities.PASSENGERS_ON_BOARD, 17),
            Reading.good(Quantities.RAMP_DIRECTION, -1));
  }

  @Test
  void anEmptyTransducerIsInvalidAndNeverZero() {
    EmbeddedChannel channel = frozen(sentences());
    channel.writeInbound(ascii("$YXXDR,G,,,PAX*41\r\n"));
    assertThat(ear.readings()).containsExactly(Reading.invalid(Quantities.PASSENGERS_ON_BOARD));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64, 1000})
  void garbageIsCountedAndTheNextGoodSentenceIsRead(int chunk) {
    EmbeddedChannel channel = frozen(sentences());
    byte[] noise = new byte[20_000];
    new Random(5).nextBytes(noise);
    for (int at = 0; at < noise.length; at += chunk) {
      channel.writeInbound(Unpooled.copiedBuffer(noise, at, Math.min(chunk, noise.length - at)));
    }
    channel.writeInbound(ascii("\r\n$HEHDT,53.2,T*1B\r\n"));
    LineCounts counts = ear.counters.counts();
    assertThat(counts.malformed()).isPositive();
    assertThat(counts.frames())
        .isEqualTo(counts.decoded() + counts.unsupported() + counts.malformed());
    assertThat(counts.malformed())
        .isEqualTo(counts.malformedByReason().values().stream().mapToLong(Long::longValue).sum());
    assertThat(ear.readings()).hasSize(1);
    assertThat(ear.readings().get(0).value().orElseThrow())
        .isCloseTo(Math.toRadians(53.2), within(1e-9));
  }

  @Test
  void sentencesBeyondTheNormAreReadAndCounted() {
    ByteBuf longer = ascii("$HETXT,01,01,00," + "x".repeat(62) + "*55\r\n");
    assertThat(longer.readableBytes()).isEqualTo(83);
    EmbeddedChannel channel = frozen(sentences());
    channel.writeInbound(longer.copy());
    channel.writeInbound(ascii("$HEHDT,53.2,T*1B\r\n"));
    channel.writeInbound(longer.copy());
    LineCounts counts = ear.counters.counts();
    assertThat(counts.overlength()).isEqualTo(2);
    assertThat(counts.decoded()).isEqualTo(3);
  }

  @Test
  void everyUnitIsAskedInTurnAndASilentOneDelaysNobodyForLong() {
    EmbeddedChannel channel =
        frozen(
            registers(
                point(1, Quantities.DRAUGHT_FORWARD_PORT),
                point(2, Quantities.DRAUGHT_MIDSHIP_PORT),
                point(3, Quantities.DRAUGHT_AFT_PORT)));
    ModbusRtuServer server = server(2);
    for (int millis = 0; millis < 10_000; millis += 5) {
      serve(server, channel);
      pass(channel, 5);
    }
    assertThat(ear.heard).extracting(Heard::source).doesNotContain("draught.2");
    assertThat(ear.heard.stream().filter(one -> one.source().equals("draught.1")).count())
        .isBetween(9L, 11L);
    assertThat(ear.heard.stream().filter(one -> one.source().equals("draught.3")).count())
        .isBetween(9L, 11L);
    assertThat(ear.readings()).contains(Reading.good(Quantities.DRAUGHT_AFT_PORT, 3.5));
    assertThat(ear.remark).isEqualTo("no answer from unit 2");
    LineCounts counts = ear.counters.counts();
    assertThat(counts.frames()).isEqualTo(counts.decoded() + counts.malformed());
    assertThat(counts.malformed()).isBetween(9L, 11L);
  }

  @Test
  void aLateAnswerIsNotTakenForTheNextOne() {
    EmbeddedChannel channel =
        frozen(
            registers(
                point(1, Quantities.DRAUGHT_FORWARD_PORT), point(3, Quantities.DRAUGHT_AFT_PORT)));
    ModbusRtuServer server = server(0);
    byte[] late = answers(server, channel.<ByteBuf>readOutbound()).get(0);
    pass(channel, 320);
    channel.writeInbound(Unpooled.wrappedBuffer(late));
    assertThat(ear.heard).isEmpty();
    pass(channel, 60);
    serve(server, channel);
    assertThat(ear.readings()).containsExactly(Reading.good(Quantities.DRAUGHT_AFT_PORT, 3.5));
  }

  @Test
  void aUnitThatRefusesIsInvalid() {
    EmbeddedChannel channel = frozen(registers(point(1, Quantities.DRAUGHT_FORWARD_PORT)));
    ModbusRtuServer refusing =
        new ModbusRtuServer(request -> Optional.of(new RegisterResponse.ExceptionReply(4)));
    serve(refusing, channel);
    assertThat(ear.readings()).containsExactly(Reading.invalid(Quantities.DRAUGHT_FORWARD_PORT));
  }

  @Test
  void aUnitWhoseAnswersArriveDamagedIsInvalidAndNamedAndTheOthersGoOn() {
    EmbeddedChannel channel =
        frozen(
            registers(
                point(1, Quantities.DRAUGHT_FORWARD_PORT), point(3, Quantities.DRAUGHT_AFT_PORT)));
    ModbusRtuServer server = server(0);
    damaged(server, channel, 1, 1);
    assertThat(ear.readings()).containsOnly(Reading.good(Quantities.DRAUGHT_AFT_PORT, 3.5));
    assertThat(ear.remark).isEmpty();
    damaged(server, channel, 1, 1);
    assertThat(ear.readings())
        .filteredOn(reading -> reading.quantity() == Quantities.DRAUGHT_FORWARD_PORT)
        .containsExactly(Reading.invalid(Quantities.DRAUGHT_FORWARD_PORT));
    assertThat(ear.remark).isEqualTo("damaged answers from unit 1");
    assertThat(ear.counters.counts().malformedByReason()).containsOnlyKeys(Reason.CHECKSUM);
    damaged(server, channel, 0, 1);
    assertThat(ear.remark).isEmpty();
    assertThat(ear.readings()).endsWith(Reading.good(Quantities.DRAUGHT_AFT_PORT, 3.5));
    assertThat(ear.readings()).contains(Reading.good(Quantities.DRAUGHT_FORWARD_PORT, 1.5));
  }

  @Test
  void silenceAmongDamagedAnswersIsNoDamage() {
    EmbeddedChannel channel = frozen(registers(point(1, Quantities.DRAUGHT_FORWARD_PORT)));
    damaged(server(0), channel, 1, 1);
    damaged(server(1), channel, 1, 1);
    damaged(server(0), channel, 1, 1);
    assertThat(ear.heard).isEmpty();
    assertThat(ear.remark).isEqualTo("no answer from unit 1");
    damaged(server(0), channel, 1, 1);
    assertThat(ear.readings()).containsExactly(Reading.invalid(Quantities.DRAUGHT_FORWARD_PORT));
    assertThat(ear.remark).isEqualTo("damaged answers from unit 1");
  }

  /** So many seconds in which the last byte of what one unit answers is changed. */
  private static void damaged(
      ModbusRtuServer server, EmbeddedChannel channel, int unit, int seconds) {
    for (int millis = 0; millis < seconds * 1000; millis += 5) {
      ByteBuf asked = channel.readOutbound();
      if (asked != null) {
        boolean changes = asked.getByte(0) == unit;
        for (byte[] answer : answers(server, asked)) {
          answer[answer.length - 1] ^= (byte) (changes ? 1 : 0);
          channel.writeInbound(Unpooled.wrappedBuffer(answer));
        }
      }
      pass(channel, 5);
    }
  }

  /** Units answer half a metre more than their number; one does not answer. */
  private static ModbusRtuServer server(int mute) {
    return new ModbusRtuServer(
        request ->
            request.unit() == mute
                ? Optional.empty()
                : Optional.of(
                    new RegisterResponse.Registers(
                        RegisterEncoding.F32_ABCD.encode(request.unit() + 0.5))));
  }

  private static void serve(ModbusRtuServer server, EmbeddedChannel channel) {
    ByteBuf asked = channel.readOutbound();
    if (asked != null) {
      answers(server, asked)
          .forEach(answer -> channel.writeInbound(Unpooled.wrappedBuffer(answer)));
    }
  }

  private static List<byte[]> answers(ModbusRtuServer server, ByteBuf asked) {
    List<byte[]> answers = new ArrayList<>();
    server.feed(asked.nioBuffer(), answers::add);
    asked.release();
    return answers;
  }

  @Test
  void anIndicatorIsAskedTwiceASecond() {
    EmbeddedChannel channel =
        frozen(
            WeightHandler.polled(
                "weighbridge", new Dialect.MtSics(BRIDGE, Duration.ofMillis(500)), ear, () -> 0));
    for (int i = 0; i < 10; i++) {
      pass(channel, 500);
    }
    int asked = 0;
    for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
      assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("SI\r\n");
      out.release();
      asked++;
    }
    assertThat(asked).isEqualTo(11);
    channel.writeInbound(ascii("S S    24260.0 kg\r\nS D      1.5 t\r\nS +\r\n"));
    assertThat(ear.readings())
        .containsExactly(
            Reading.good(Quantities.WEIGHBRIDGE_MASS, 24260),
            new Reading(Quantities.WEIGHBRIDGE_MASS, OptionalDouble.of(1500), Quality.DEGRADED),
            Reading.invalid(Quantities.WEIGHBRIDGE_MASS));
  }

  @Test
  void aStreamOfWeightsIsThinnedButNotItsChanges() {
    long[] now = {0};
    EmbeddedChannel channel =
        frozen(
            WeightHandler.streaming(
                "deck",
                new Dialect.Toledo(
                    weight(Quantities.DECK_LOAD_FORWARD),
                    ToledoSetting.of(ToledoChecksum.SENT),
                    Duration.ofSeconds(1)),
                ear,
                () -> now[0]));
    ToledoContinuousWriter writer = new ToledoContinuousWriter(ToledoChecksum.SENT, -1);
    for (int tenths = 0; tenths < 50; tenths++) {
      Weight.Motion motion = tenths == 25 ? Weight.Motion.MOVING : Weight.Motion.STABLE;
      channel.writeInbound(Unpooled.wrappedBuffer(writer.frame(Weight.gross(12_340, motion))));
      now[0] += TimeUnit.MILLISECONDS.toNanos(100);
    }
    assertThat(ear.counters.counts().decoded()).isEqualTo(50);
    assertThat(ear.readings()).hasSizeBetween(6, 8);
    assertThat(ear.readings())
        .extracting(Reading::quality)
        .contains(Quality.GOOD, Quality.DEGRADED);
  }

  private static void pass(EmbeddedChannel channel, int millis) {
    channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();
    channel.runPendingTasks();
  }

  private static ByteBuf ascii(String text) {
    return Unpooled.wrappedBuffer(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
