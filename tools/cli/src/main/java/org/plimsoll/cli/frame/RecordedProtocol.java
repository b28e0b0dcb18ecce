package org.plimsoll.cli.frame;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.gnss.GnssLineDecoder;
import org.plimsoll.protocol.gnss.GnssMessage;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea2000.BusReport;
import org.plimsoll.protocol.nmea2000.Nmea2000Decoder;
import org.plimsoll.protocol.nmea2000.ParameterGroup;
import org.plimsoll.protocol.weighing.IndicatorDecoder;
import org.plimsoll.protocol.weighing.IndicatorProfile;
import org.plimsoll.protocol.weighing.IndicatorProfiles;
import org.plimsoll.protocol.weighing.MassUnit;
import org.plimsoll.protocol.weighing.MtSicsDecoder;
import org.plimsoll.protocol.weighing.ToledoChecksum;
import org.plimsoll.protocol.weighing.ToledoContinuousDecoder;
import org.plimsoll.protocol.weighing.Weight;

/** What a recording may be in. */
public enum RecordedProtocol {
  /** Sentences of IEC 61162-1 with AIS and TAG blocks. */
  NMEA0183(SentenceReader::new),
  /** Datagrams, one a line in hexadecimal. */
  IEC61162_450(DatagramReader::new),
  /** Sentences, UBX and CASIC frames of a satellite receiver. */
  GNSS(policy -> reader(new GnssLineDecoder(policy)::feed, RecordedProtocol::frameOf)),
  /** NMEA 2000 in lines: Yacht Devices, PCDIN, MXPGN, canboat. */
  NMEA2000_TEXT(
      policy ->
          reader(new Nmea2000Decoder(Nmea2000Decoder.Form.TEXT)::feed, RecordedProtocol::frameOf)),
  /** NMEA 2000 in the frames of an NGT-1. */
  NMEA2000_NGT1(
      policy ->
          reader(new Nmea2000Decoder(Nmea2000Decoder.Form.NGT_1)::feed, RecordedProtocol::frameOf)),
  /** Both directions of a line. */
  MODBUS_RTU(policy -> new ModbusListener()),
  MT_SICS(policy -> reader(new MtSicsDecoder()::feed, RecordedProtocol::frameOf)),
  TOLEDO(
      policy ->
          reader(
              new ToledoContinuousDecoder(ToledoChecksum.SENT)::feed, RecordedProtocol::frameOf)),
  /** Toledo continuous without its check byte. */
  TOLEDO_UNCHECKED(
      policy ->
          reader(
              new ToledoContinuousDecoder(ToledoChecksum.NOT_SENT)::feed,
              RecordedProtocol::frameOf)),
  /** Prints of A&amp;D indicators and their kin. */
  COMMA(IndicatorProfiles.COMMA),
  /** Prints without a unit. */
  RINSTRUM_A(IndicatorProfiles.RINSTRUM_A),
  RINSTRUM_B(IndicatorProfiles.RINSTRUM_B),
  OHAUS(IndicatorProfiles.OHAUS),
  CARDINAL_SB(IndicatorProfiles.CARDINAL_SB),
  SMA(IndicatorProfiles.SMA);

  /** Bytes from which a protocol is guessed. */
  public static final int GUESS_BYTES = 4096;

  /** A frame understood says more for a protocol than one that is merely sound. */
  private static final int UNDERSTOOD = 3;

  private final BiFunction<ChecksumPolicy, Optional<MassUnit>, FrameReader> open;

  RecordedProtocol(Function<ChecksumPolicy, FrameReader> open) {
    this.open = (policy, unit) -> open.apply(policy);
  }

  RecordedProtocol(IndicatorProfile profile) {
    this.open =
        (policy, unit) ->
            reader(
                new IndicatorDecoder(unit.map(profile::withUnit).orElse(profile))::feed,
                RecordedProtocol::frameOf);
  }

  /** As it is written on a command line: {@code nmea2000-ngt1}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A reader that has heard nothing yet; the policy is that of sentences. */
  public FrameReader open(ChecksumPolicy policy) {
    return open(policy, Optional.empty());
  }

  /**
   * A reader that has heard nothing yet.
   *
   * @param policy of sentences
   * @param unit of the weights of an indicator that does not print it
   */
  public FrameReader open(ChecksumPolicy policy, Optional<MassUnit> unit) {
    return open.apply(policy, unit);
  }

  /**
   * The protocol that understands most of these bytes; sentences if none does.
   *
   * @param head the beginning of a recording
   */
  public static RecordedProtocol guess(byte[] head, ChecksumPolicy policy) {
    RecordedProtocol best = NMEA0183;
    long most = 0;
    for (RecordedProtocol protocol : values()) {
      long[] score = {0};
      protocol.open(policy).feed(ByteBuffer.wrap(head), frame -> score[0] += worth(frame.status()));
      if (score[0] > most) {
        most = score[0];
        best = protocol;
      }
    }
    return best;
  }

  private static int worth(Frame.Status status) {
    return switch (status) {
      case OK -> UNDERSTOOD;
      case UNSUPPORTED -> 1;
      case MALFORMED -> -1;
    };
  }

  private static <T> FrameReader reader(
      BiConsumer<ByteBuffer, Consumer<Decoded<T>>> feed, Function<T, Frame> understood) {
    return (bytes, sink) ->
        feed.accept(bytes, decoded -> sink.accept(Frame.of(decoded, understood)));
  }

  private static Frame frameOf(GnssMessage message) {
    if (message instanceof GnssMessage.Nmea nmea) {
      return TaggedFrames.frameOf(nmea.sentence(), FieldTree.of((Record) nmea.sentence()));
    }
    Record binary =
        message instanceof GnssMessage.Casic casic
            ? (Record) casic.message()
            : (Record) ((GnssMessage.Ubx) message).message();
    return Frame.ok(message.name(), FieldTree.of(binary), message.readings());
  }

  private static Frame frameOf(BusReport report) {
    ParameterGroup group = report.group();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("bus", FieldTree.of(report.message()));
    fields.put(group.getClass().getSimpleName(), FieldTree.of((Record) group));
    return Frame.ok("PGN " + report.message().pgn(), fields, report.readings());
  }

  private static Frame frameOf(Weight weight) {
    return Frame.ok("weight", FieldTree.of(weight), List.of());
  }
}
