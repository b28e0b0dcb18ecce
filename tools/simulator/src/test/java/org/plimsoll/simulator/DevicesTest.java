package org.plimsoll.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.modbus.ModbusRtuMaster;
import org.plimsoll.protocol.modbus.ReadRegisters;
import org.plimsoll.protocol.modbus.RegisterEncoding;
import org.plimsoll.protocol.modbus.RegisterResponse;
import org.plimsoll.protocol.modbus.Table;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Dpt;
import org.plimsoll.protocol.nmea0183.Hdt;
import org.plimsoll.protocol.nmea0183.Nmea0183Decoder;
import org.plimsoll.protocol.nmea0183.Rmc;
import org.plimsoll.protocol.nmea0183.Rot;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.protocol.nmea0183.Xdr;
import org.plimsoll.protocol.weighing.MtSicsDecoder;
import org.plimsoll.protocol.weighing.ToledoChecksum;
import org.plimsoll.protocol.weighing.ToledoContinuousDecoder;
import org.plimsoll.protocol.weighing.Weight;

/** Every device through the gateway's own decoders, in virtual time. */
class DevicesTest {

  private static final Instant START = Instant.parse("2026-11-21T10:00:00.400Z");

  private final World world = new World(3, Scenario.VOYAGE, ReferenceFerry.hydrostatics());
  private final Listener listener = new Listener();

  @Test
  void theNavigationLineSaysEverySentenceAtItsRate() {
    GpsDevice gps = new GpsDevice(START, voice(Sensor.GPS), new SplittableRandom(1));
    run(gps, 10);
    assertThat(listener.bytes().length).as("bytes in 10 s at 38,400 baud").isLessThan(10_000);
    List<Sentence> sentences = sentences();
    for (String once : List.of("RMC", "GGA", "VTG", "ZDA", "GSA", "DPT")) {
      assertThat(sentences).filteredOn(s -> s.formatter().equals(once)).as(once).hasSize(10);
    }
    assertThat(sentences).filteredOn(s -> s.formatter().equals("GSV")).hasSize(30);
    assertThat(sentences).filteredOn(Hdt.class::isInstance).hasSizeBetween(46, 48);
    assertThat(sentences).filteredOn(Rot.class::isInstance).hasSizeBetween(46, 48);
    List<LocalTime> times =
        sentences.stream()
            .filter(Rmc.class::isInstance)
            .map(s -> ((Rmc) s).time().orElseThrow())
            .toList();
    assertThat(times.get(0)).isEqualTo(LocalTime.parse("10:00:01"));
    assertThat(times).doesNotHaveDuplicates().isSorted();
    assertThat(times.get(9)).isEqualTo(LocalTime.parse("10:00:10"));
  }

  @Test
  void theNavigationLineIsNearTheTruth() {
    GpsDevice gps = new GpsDevice(START, voice(Sensor.GPS), new SplittableRandom(1));
    while (world.truth().navigation().speedMetresPerSecond() < 5) {
      world.step();
    }
    run(gps, 3);
    NavigationTruth truth = world.truth().navigation();
    List<Sentence> heard = sentences();
    Rmc rmc = last(heard, Rmc.class);
    assertThat(rmc.position().orElseThrow().latitudeDegrees())
        .isCloseTo(truth.latitudeDegrees(), within(2e-4));
    assertThat(rmc.position().orElseThrow().longitudeDegrees())
        .isCloseTo(truth.longitudeDegrees(), within(2e-4));
    assertThat(rmc.speedKnots().orElseThrow() * 1852 / 3600)
        .isCloseTo(truth.speedMetresPerSecond(), within(0.3));
    assertThat(rmc.courseTrueDegrees().orElseThrow())
        .isCloseTo(Math.toDegrees(truth.courseRadians()), within(1.5));
    assertThat(last(heard, Dpt.class).depthMetres().orElseThrow())
        .isCloseTo(truth.waterDepthMetres() - 4.75, within(0.6));
  }

  @Test
  void atTheBerthThereIsNoCourse() {
    run(new GpsDevice(START, voice(Sensor.GPS), new SplittableRandom(1)), 2);
    Rmc rmc = last(sentences(), Rmc.class);
    assertThat(rmc.courseTrueDegrees()).isEmpty();
    assertThat(rmc.speedKnots().orElseThrow()).isLessThan(0.2);
  }

  @Test
  void transmittersAnswerTheMasterWithTheirDraught() {
    DraughtBus bus = new DraughtBus(this::voice);
    run(bus, 1);
    for (DraughtMark mark : DraughtMark.values()) {
      OptionalDouble metres = poll(bus, mark);
      assertThat(metres).as("%s", mark).isPresent();
      assertThat(metres.getAsDouble())
          .isCloseTo(world.truth().floating().sensed().at(mark).orElseThrow(), within(1e-6));
    }
  }

  @Test
  void otherUnitsAreSilentAndOtherRegistersRefused() {
    DraughtBus bus = new DraughtBus(this::voice);
    run(bus, 1);
    assertThat(ask(bus, new ReadRegisters(7, Table.INPUT, 0, 2))).isEmpty();
    assertThat(ask(bus, new ReadRegisters(1, Table.INPUT, 1, 2)))
        .singleElement()
        .isInstanceOf(Decoded.Value.class)
        .extracting(d -> ((Decoded.Value<RegisterResponse>) d).value().outcome())
        .isEqualTo(new RegisterResponse.ExceptionReply(2));
  }

  @Test
  void transmittersFailOneByOne() {
    DraughtBus bus =
        new DraughtBus(
            sensor ->
                switch (sensor) {
                  case DRAUGHT_FORWARD_PORT -> voice(sensor, Fault.Kind.DROP);
                  case DRAUGHT_FORWARD_STARBOARD -> voice(sensor, Fault.Kind.FREEZE);
                  case DRAUGHT_AFT_PORT -> voice(sensor, Fault.Kind.GARBLE);
                  default -> voice(sensor);
                });
    run(bus, 1);
    Set<OptionalDouble> frozen = new HashSet<>();
    Set<OptionalDouble> live = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      frozen.add(poll(bus, DraughtMark.FORWARD_STARBOARD));
      live.add(poll(bus, DraughtMark.MIDSHIP_PORT));
      assertThat(poll(bus, DraughtMark.FORWARD_PORT)).isEmpty();
      assertThat(poll(bus, DraughtMark.AFT_PORT)).isEmpty();
      run(bus, 0.2);
    }
    assertThat(frozen).hasSize(1);
    assertThat(live).hasSizeGreaterThan(3);
  }

  @Test
  void theWeighbridgeWeighsEveryLorryOnce() {
    Weighbridge bridge = new Weighbridge(voice(Sensor.WEIGHBRIDGE), new SplittableRandom(1));
    List<Double> tally = new ArrayList<>();
    double stable = 0;
    while (tally.size() < 5) {
      run(bridge, 0.5);
      Weight weight = weigh(bridge);
      double mass = weight.massKilograms().orElseThrow();
      if (weight.motion() == Weight.Motion.STABLE && mass > 500) {
        stable = mass;
      } else if (mass < 200 && stable > 0) {
        tally.add(stable);
        stable = 0;
      }
    }
    double weighed = tally.stream().mapToDouble(Double::doubleValue).sum() / 1000;
    run(bridge, 0.9);
    assertThat(world.truth().cargo().units()).isEqualTo(5);
    assertThat(weighed).isCloseTo(world.truth().cargo().massTonnes(), within(0.1));
  }

  @Test
  void theWeighbridgeRefusesWhatItDoesNotKnow() {
    Weighbridge bridge = new Weighbridge(voice(Sensor.WEIGHBRIDGE), new SplittableRandom(1));
    bridge.hear(ascii("Q9\r\nX".repeat(100) + "\r\n"), 0, world.truth());
    bridge.answer(0, world.truth(), listener);
    assertThat(new String(listener.bytes(), US_ASCII)).startsWith("ES\r\n").hasSizeLessThan(200);
  }

  @Test
  void theDeckCellsFeelTheForwardDeck() {
    DeckIndicator deck = new DeckIndicator(voice(Sensor.DECK), new SplittableRandom(1));
    while (world.truth().phase() != Phase.SINGLING_UP) {
      world.step();
    }
    run(deck, 2);
    List<Weight> weights =
        decoded(new ToledoContinuousDecoder(ToledoChecksum.SENT)::feed, listener.take());
    assertThat(weights).hasSizeBetween(19, 21);
    assertThat(weights.get(10).massKilograms().orElseThrow() / 1000)
        .isCloseTo(world.truth().cargo().forwardDeckTonnes(), within(0.1))
        .isBetween(300.0, 600.0);
  }

  @Test
  void theCounterSaysPeopleAndDirection() {
    PassengerCounter counter = new PassengerCounter(voice(Sensor.COUNTER));
    run(counter, 20);
    Xdr boarding = last(sentences(), Xdr.class);
    assertThat(boarding.transducers().get(0).name()).isEqualTo("PAX");
    assertThat(boarding.transducers().get(0).value().orElseThrow())
        .isCloseTo(world.truth().passengers(), within(2.0));
    assertThat(boarding.transducers().get(1))
        .isEqualTo(new Xdr.Transducer('S', OptionalDouble.of(1), "", "RAMP"));
    while (world.truth().phase() != Phase.RELIEVING) {
      world.step();
    }
    run(counter, 2);
    assertThat(last(sentences(), Xdr.class).transducers().get(1).value()).hasValue(0);
  }

  @Test
  void aDroppedTalkerIsSilentAFrozenOneRepeatsAGarbledOneIsRefused() {
    run(new PassengerCounter(voice(Sensor.COUNTER, Fault.Kind.DROP)), 5);
    assertThat(listener.bytes()).isEmpty();

    run(new PassengerCounter(voice(Sensor.COUNTER, Fault.Kind.FREEZE)), 20);
    String repeated = new String(listener.take().array(), US_ASCII);
    assertThat(repeated.lines().distinct()).hasSize(1);
    assertThat(repeated.lines()).hasSizeGreaterThan(15);

    run(new PassengerCounter(voice(Sensor.COUNTER, Fault.Kind.GARBLE)), 20);
    assertThat(sentences()).isEmpty();
  }

  @Test
  void aFaultWaitsForItsMoment() {
    Fault later = new Fault(Sensor.COUNTER, Fault.Kind.DROP, Duration.ofSeconds(10));
    PassengerCounter counter =
        new PassengerCounter(new Voice(Sensor.COUNTER, List.of(later), new SplittableRandom(1)));
    run(counter, 30);
    assertThat(sentences()).hasSize(10);
  }

  private void run(Device device, double seconds) {
    for (int i = 0; i < Math.round(seconds / World.STEP_SECONDS); i++) {
      world.step();
      device.tick(world.truth(), listener);
    }
  }

  private OptionalDouble poll(DraughtBus bus, DraughtMark mark) {
    List<Decoded<RegisterResponse>> heard =
        ask(bus, new ReadRegisters(mark.ordinal() + 1, Table.HOLDING, 0, 2));
    if (heard.size() == 1
        && heard.get(0) instanceof Decoded.Value<RegisterResponse> value
        && value.value().outcome() instanceof RegisterResponse.Registers registers) {
      return RegisterEncoding.F32_ABCD.decode(registers.words(), 0);
    }
    return OptionalDouble.empty();
  }

  private List<Decoded<RegisterResponse>> ask(DraughtBus bus, ReadRegisters request) {
    ModbusRtuMaster master = new ModbusRtuMaster();
    double seconds = world.truth().elapsedSeconds();
    bus.hear(ByteBuffer.wrap(master.begin(request)), seconds, world.truth());
    bus.answer(seconds + 0.001, world.truth(), listener);
    assertThat(listener.bytes()).as("no answer before its time").isEmpty();
    bus.answer(seconds + 0.05, world.truth(), listener);
    List<Decoded<RegisterResponse>> heard = new ArrayList<>();
    master.feed(listener.take(), heard::add);
    return heard;
  }

  private Weight weigh(Weighbridge bridge) {
    bridge.hear(ascii("SI\r\n"), world.truth().elapsedSeconds(), world.truth());
    bridge.answer(world.truth().elapsedSeconds(), world.truth(), listener);
    List<Weight> weights = decoded(new MtSicsDecoder()::feed, listener.take());
    assertThat(weights).hasSize(1);
    return weights.get(0);
  }

  private List<Sentence> sentences() {
    return decoded(new Nmea0183Decoder(ChecksumPolicy.REQUIRED)::feed, listener.take());
  }

  private static <T extends Sentence> T last(List<Sentence> sentences, Class<T> type) {
    List<T> found = sentences.stream().filter(type::isInstance).map(type::cast).toList();
    assertThat(found).isNotEmpty();
    return found.get(found.size() - 1);
  }

  private interface Feed<T> {
    void feed(ByteBuffer bytes, Consumer<Decoded<T>> sink);
  }

  private static <T> List<T> decoded(Feed<T> decoder, ByteBuffer bytes) {
    List<T> values = new ArrayList<>();
    decoder.feed(
        bytes,
        decoded -> {
          if (decoded instanceof Decoded.Value<T> value) {
            values.add(value.value());
          }
        });
    return values;
  }

  private Voice voice(Sensor sensor) {
    return new Voice(sensor, List.of(), new SplittableRandom(1));
  }

  private Voice voice(Sensor sensor, Fault.Kind kind) {
    return new Voice(
        sensor, List.of(new Fault(sensor, kind, Duration.ZERO)), new SplittableRandom(1));
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(US_ASCII));
  }
}
