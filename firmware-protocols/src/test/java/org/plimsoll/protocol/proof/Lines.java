package org.plimsoll.protocol.proof;

import static org.plimsoll.protocol.Captures.ascii;
import static org.plimsoll.protocol.Captures.hex;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.ais.AisMessage;
import org.plimsoll.protocol.ais.AisStreamDecoder;
import org.plimsoll.protocol.gnss.GnssLineDecoder;
import org.plimsoll.protocol.gnss.GnssMessage;
import org.plimsoll.protocol.iec61162.TaggedDecoder;
import org.plimsoll.protocol.iec61162.TaggedSentence;
import org.plimsoll.protocol.modbus.ModbusRtuMaster;
import org.plimsoll.protocol.modbus.ReadRegisters;
import org.plimsoll.protocol.modbus.RegisterResponse;
import org.plimsoll.protocol.modbus.Table;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Nmea0183Decoder;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.protocol.nmea2000.BusMessage;
import org.plimsoll.protocol.nmea2000.BusReport;
import org.plimsoll.protocol.nmea2000.Ngt1Decoder;
import org.plimsoll.protocol.nmea2000.Ngt1Frame;
import org.plimsoll.protocol.nmea2000.Nmea2000Decoder;
import org.plimsoll.protocol.nmea2000.TextGatewayDecoder;
import org.plimsoll.protocol.weighing.IndicatorDecoder;
import org.plimsoll.protocol.weighing.IndicatorProfile;
import org.plimsoll.protocol.weighing.IndicatorProfiles;
import org.plimsoll.protocol.weighing.MassUnit;
import org.plimsoll.protocol.weighing.MtSicsDecoder;
import org.plimsoll.protocol.weighing.MtSicsReply;
import org.plimsoll.protocol.weighing.ToledoChecksum;
import org.plimsoll.protocol.weighing.ToledoContinuousDecoder;
import org.plimsoll.protocol.weighing.ToledoSetting;
import org.plimsoll.protocol.weighing.Weight;

/** Every decoder of a byte stream, with a frame that it reads whatever came before. */
final class Lines {

  static final byte[] SENTENCE = ascii("$HEHDT,034.4,T*2C\r\n");
  static final byte[] VDM = ascii("!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\r\n");
  static final byte[] TOLEDO = hex("02 2c 30 20 20 31 32 33 34 35 20 20 20 32 30 30 0d 64");
  static final byte[] NGT_1 =
      hex("10 02 93 13 02 12 f1 01 ff cc b1 5d 0a 00 08 ff 4b ed ff 7f ff 7f fd 39 10 03");
  static final byte[] RAW = ascii("\r\n16:29:27.082 R 09F8017F 50 C3 B8 13 47 D8 2B C6\r\n");
  static final byte[] PCDIN = ascii("$PCDIN,01F119,00000000,0F,2AAF00D1067414FF*59\r\n");
  static final byte[] MXPGN = ascii("$MXPGN,01F801,2801,C1308AC40C5DE343*19\r\n");
  static final byte[] CANBOAT =
      ascii("\r\n2016-02-28T19:57:02.364Z,2,127250,7,255,8,ff,10,3b,ff,7f,ce,f5,fc\r\n");

  /** A false start announces up to 8192 bytes; this many solutions are longer. */
  private static final int UBX_PATIENCE = 90;

  /** A frame without a checksum may end within a good one. */
  private static final int TOLEDO_PATIENCE = 3;

  /** A family of fixed columns as configuration would write it. */
  static final IndicatorProfile CONFIGURED =
      IndicatorProfile.ofColumns(
          "configured",
          IndicatorProfile.Frame.STX_ETX,
          "1swwwwww.uu2",
          Map.of("S", IndicatorProfile.Mark.STABLE, "D", IndicatorProfile.Mark.MOVING),
          null);

  private Lines() {}

  static Contract<Sentence> sentences(ChecksumPolicy policy) {
    return new Contract<>(
        () -> {
          Nmea0183Decoder decoder = new Nmea0183Decoder(policy);
          return new Subject<>(decoder, decoder::feed, decoder::reset);
        },
        SENTENCE,
        1);
  }

  static Contract<TaggedSentence> tagged() {
    return new Contract<>(
        () -> {
          TaggedDecoder decoder = new TaggedDecoder(ChecksumPolicy.REQUIRED);
          return new Subject<>(decoder, decoder::feed, decoder::reset);
        },
        SENTENCE,
        2);
  }

  static Contract<AisMessage> ais() {
    return new Contract<>(
        () -> {
          AisStreamDecoder decoder = new AisStreamDecoder();
          return new Subject<>(decoder, decoder::feed, decoder::reset);
        },
        VDM,
        1);
  }

  static Contract<GnssMessage> gnss() {
    return new Contract<>(
        () -> {
          GnssLineDecoder decoder = new GnssLineDecoder(ChecksumPolicy.REQUIRED);
          return new Subject<>(decoder, decoder::feed, decoder::reset);
        },
        solution(),
        UBX_PATIENCE);
  }

  static Contract<Ngt1Frame> ngt1() {
    return new Contract<>(
        () -> {
          Ngt1Decoder decoder = new Ngt1Decoder();
          return new Subject<>(decoder, decoder::feed, decoder::reset);
        },
        NGT_1,
        2);
  }

  static Contract<BusReport> bus(Nmea2000Decoder.Form form, byte[] good) {
    return new Contract<>(
        () -> {
          Nmea2000Decoder decoder = new Nmea2000Decoder(form);
          return new Subject<>(decoder, decoder::feed, decoder::reset);
        },
        good,
        2);
  }

  static Contract<BusMessage> gateway(byte[] good) {
    return new Contract<>(
        () -> {
          TextGatewayDecoder decoder = new TextGatewayDecoder();
          return new Subject<>(decoder, decoder::feed, decoder::reset);
        },
        good,
        1);
  }

  static Contract<Weight> mtSics() {
    return new Contract<>(
        () -> {
          MtSicsDecoder decoder = new MtSicsDecoder();
          return new Subject<>(decoder, decoder::feed, decoder::reset);
        },
        ascii("\r\nS S     100.00 g\r\n"),
        1);
  }

  static Contract<MtSicsReply> mtSicsReplies() {
    return new Contract<>(
        () -> {
          MtSicsDecoder decoder = new MtSicsDecoder();
          return new Subject<>(decoder, decoder::feedReplies, decoder::reset);
        },
        ascii("\r\nI4 A \"0123456789\"\r\n"),
        1);
  }

  static Contract<Weight> toledo(ToledoChecksum checksum, ToledoSetting.Layout layout) {
    ToledoSetting setting = new ToledoSetting(checksum, layout, ToledoSetting.Expansion.TENTHS);
    return new Contract<>(
        () -> {
          ToledoContinuousDecoder decoder = new ToledoContinuousDecoder(setting);
          return new Subject<>(decoder, decoder::feed, decoder::reset);
        },
        toledoFrame(checksum, layout),
        TOLEDO_PATIENCE);
  }

  private static byte[] toledoFrame(ToledoChecksum checksum, ToledoSetting.Layout layout) {
    boolean sent = checksum == ToledoChecksum.SENT;
    if (layout == ToledoSetting.Layout.WITH_TARE) {
      return sent ? TOLEDO : hex("02 2c 30 20 20 31 32 33 34 35 20 20 20 32 30 30 0d");
    }
    return sent
        ? hex("02 2c 30 20 20 31 32 33 34 35 0d 56")
        : hex("02 2c 30 20 20 31 32 33 34 35 0d");
  }

  static Contract<Weight> indicator(IndicatorProfile profile) {
    String print =
        switch (profile.name()) {
          case "comma" -> "\r\nST,GS,+   1520.5kg\r\n";
          case "rinstrum-a" -> "\u0002-   1520G\u0003";
          case "rinstrum-b" -> "\u0002-   12.5NM  kg \u0003";
          case "ohaus" -> "\r\n     192.21 g\r\n";
          case "cardinal-sb" -> "\r-  1234.5 MkgG\u0003";
          case "sma" -> "\n 1G     1234.5 kg \r";
          default -> "\u0002S-  12.5 kgS\u0003";
        };
    return new Contract<>(subject(profile), ascii(print), 1);
  }

  private static Supplier<Subject<Weight>> subject(IndicatorProfile profile) {
    IndicatorProfile known =
        profile.name().equals("rinstrum-a") ? profile.withUnit(MassUnit.KILOGRAM) : profile;
    return () -> {
      IndicatorDecoder decoder = new IndicatorDecoder(known);
      return new Subject<>(decoder, decoder::feed, decoder::reset);
    };
  }

  /** A master that asks the same again and again. */
  static Contract<RegisterResponse> modbus() {
    ReadRegisters request = new ReadRegisters(17, Table.HOLDING, 107, 3);
    return new Contract<>(
        () -> {
          ModbusRtuMaster master = new ModbusRtuMaster();
          return new Subject<>(
              master,
              (bytes, sink) -> {
                while (bytes.hasRemaining()) {
                  if (!master.isBusy()) {
                    master.begin(request);
                  }
                  master.feed(ByteBuffer.wrap(new byte[] {bytes.get()}), sink);
                }
              },
              () -> {});
        },
        hex("11 03 06 02 2b 00 00 00 64 c8 ba"),
        1);
  }

  /** Every line by name. */
  static Map<String, Contract<?>> all() {
    Map<String, Contract<?>> lines = new LinkedHashMap<>();
    for (ChecksumPolicy policy : ChecksumPolicy.values()) {
      lines.put("nmea0183 " + policy, sentences(policy));
    }
    lines.put("TAG blocks", tagged());
    lines.put("AIS", ais());
    lines.put("satellite receiver", gnss());
    lines.put("NGT-1", bus(Nmea2000Decoder.Form.NGT_1, NGT_1));
    lines.put("RAW", bus(Nmea2000Decoder.Form.TEXT, RAW));
    lines.put("PCDIN", bus(Nmea2000Decoder.Form.TEXT, PCDIN));
    lines.put("MXPGN", bus(Nmea2000Decoder.Form.TEXT, MXPGN));
    lines.put("canboat", bus(Nmea2000Decoder.Form.TEXT, CANBOAT));
    lines.put("Modbus RTU", modbus());
    lines.put("MT-SICS", mtSics());
    for (ToledoChecksum checksum : ToledoChecksum.values()) {
      lines.put("Toledo " + checksum, toledo(checksum, ToledoSetting.Layout.WITH_TARE));
    }
    families().forEach(family -> lines.put(family.name(), indicator(family)));
    return lines;
  }

  static List<IndicatorProfile> families() {
    return Stream.concat(IndicatorProfiles.all().stream(), Stream.of(CONFIGURED)).toList();
  }

  /** The first capture of UBX: a solution in three dimensions. */
  static byte[] solution() {
    return hex(Captures.lines("ubx/frames.txt").get(0).split("\\|")[0]);
  }
}
