package org.plimsoll.protocol.nmea0183;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.nmea0183.AisSentence.Vdm;
import org.plimsoll.protocol.nmea0183.AisSentence.Vdo;
import org.plimsoll.protocol.nmea0183.AlertSentence.Ack;
import org.plimsoll.protocol.nmea0183.AlertSentence.Acn;
import org.plimsoll.protocol.nmea0183.AlertSentence.Alc;
import org.plimsoll.protocol.nmea0183.AlertSentence.Alf;
import org.plimsoll.protocol.nmea0183.AlertSentence.Alr;
import org.plimsoll.protocol.nmea0183.AlertSentence.Arc;
import org.plimsoll.protocol.nmea0183.AlertSentence.Hbt;
import org.plimsoll.protocol.nmea0183.DepthSentence.Dbk;
import org.plimsoll.protocol.nmea0183.DepthSentence.Dbs;
import org.plimsoll.protocol.nmea0183.DepthSentence.Dbt;
import org.plimsoll.protocol.nmea0183.GnssErrorSentence.Dtm;
import org.plimsoll.protocol.nmea0183.GnssErrorSentence.Gbs;
import org.plimsoll.protocol.nmea0183.GnssErrorSentence.Grs;
import org.plimsoll.protocol.nmea0183.GnssErrorSentence.Gst;
import org.plimsoll.protocol.nmea0183.HeadingSentence.Hdg;
import org.plimsoll.protocol.nmea0183.HeadingSentence.Hdm;
import org.plimsoll.protocol.nmea0183.HeadingSentence.Hsc;
import org.plimsoll.protocol.nmea0183.MachinerySentence.Rpm;
import org.plimsoll.protocol.nmea0183.MachinerySentence.Rsa;
import org.plimsoll.protocol.nmea0183.ProprietarySentence.Pashr;
import org.plimsoll.protocol.nmea0183.ProprietarySentence.PercAvp;
import org.plimsoll.protocol.nmea0183.ProprietarySentence.Pgrme;
import org.plimsoll.protocol.nmea0183.ProprietarySentence.Pubx00;
import org.plimsoll.protocol.nmea0183.RouteSentence.Aam;
import org.plimsoll.protocol.nmea0183.RouteSentence.Apb;
import org.plimsoll.protocol.nmea0183.RouteSentence.Bod;
import org.plimsoll.protocol.nmea0183.RouteSentence.Bwc;
import org.plimsoll.protocol.nmea0183.RouteSentence.Bwr;
import org.plimsoll.protocol.nmea0183.RouteSentence.Rmb;
import org.plimsoll.protocol.nmea0183.RouteSentence.Rte;
import org.plimsoll.protocol.nmea0183.RouteSentence.Wpl;
import org.plimsoll.protocol.nmea0183.RouteSentence.Xte;
import org.plimsoll.protocol.nmea0183.SafetySentence.Dor;
import org.plimsoll.protocol.nmea0183.SafetySentence.Eve;
import org.plimsoll.protocol.nmea0183.SafetySentence.Fir;
import org.plimsoll.protocol.nmea0183.TargetSentence.Osd;
import org.plimsoll.protocol.nmea0183.TargetSentence.Tll;
import org.plimsoll.protocol.nmea0183.TargetSentence.Ttm;
import org.plimsoll.protocol.nmea0183.VoyageSentence.Vsd;
import org.plimsoll.protocol.nmea0183.WaterSentence.Vbw;
import org.plimsoll.protocol.nmea0183.WaterSentence.Vdr;
import org.plimsoll.protocol.nmea0183.WaterSentence.Vhw;
import org.plimsoll.protocol.nmea0183.WaterSentence.Vlw;
import org.plimsoll.protocol.nmea0183.WaterSentence.Vpw;
import org.plimsoll.protocol.nmea0183.WeatherSentence.Mda;
import org.plimsoll.protocol.nmea0183.WeatherSentence.Mta;
import org.plimsoll.protocol.nmea0183.WindSentence.Mwd;
import org.plimsoll.protocol.nmea0183.WindSentence.Mwv;
import org.plimsoll.protocol.nmea0183.WindSentence.Vwr;
import org.plimsoll.protocol.nmea0183.WindSentence.Vwt;

/** The sentences that are decoded, one row each. */
final class SentenceTable {

  /**
   * One sentence: its name, its record, how that is decoded, written and read; and how its readings
   * are had without it.
   */
  record Row<S extends Sentence>(
      String formatter,
      Class<S> type,
      Function<Fields, S> decode,
      BiConsumer<S, FieldWriter> write,
      BiConsumer<S, ReadingOutput> readings,
      BiConsumer<Fields, ReadingOutput> measure) {

    /**
     * A sentence that measures nothing.
     *
     * @param kinds of its fields, as {@link FieldNumbers#check} takes them
     */
    Row(
        String formatter,
        Class<S> type,
        Function<Fields, S> decode,
        BiConsumer<S, FieldWriter> write,
        String kinds) {
      this(
          formatter,
          type,
          decode,
          write,
          Row::measuresNothing,
          (fields, out) -> {
            fields.check(kinds);
            out.begins(fields, formatter);
          });
    }

    /** Whether the formatter is a maker's, without its leading P. */
    boolean isProprietary() {
      return ProprietarySentence.class.isAssignableFrom(type);
    }

    void write(Sentence sentence, FieldWriter out) {
      write.accept(type.cast(sentence), out);
    }

    void readings(Sentence sentence, ReadingOutput out) {
      readings.accept(type.cast(sentence), out);
    }

    /** For sentences that are heard and never said. */
    static void hasNoWriter(Sentence sentence, FieldWriter out) {
      throw new IllegalArgumentException(sentence.formatter() + " is never said by Plimsoll");
    }

    /** Text, orders, states; and transducers, which configuration maps. */
    static void measuresNothing(Sentence sentence, ReadingOutput out) {
      // Nothing that the table of quantities has.
    }
  }

  private static final List<Row<?>> ROWS =
      List.of(
          new Row<>("RMC", Rmc.class, Rmc::decode, Rmc::write, Rmc::readings, Rmc::measure),
          new Row<>("GGA", Gga.class, Gga::decode, Gga::write, Gga::readings, Gga::measure),
          new Row<>("GLL", Gll.class, Gll::decode, Gll::write, Gll::readings, Gll::measure),
          new Row<>("GNS", Gns.class, Gns::decode, Gns::write, Gns::readings, Gns::measure),
          new Row<>("VTG", Vtg.class, Vtg::decode, Vtg::write, Vtg::readings, Vtg::measure),
          new Row<>("ZDA", Zda.class, Zda::decode, Zda::write, Row::measuresNothing, Zda::measure),
          new Row<>("GSA", Gsa.class, Gsa::decode, Gsa::write, Gsa::readings, Gsa::measure),
          new Row<>("GSV", Gsv.class, Gsv::decode, Gsv::write, Gsv::readings, Gsv::measure),
          new Row<>("HDT", Hdt.class, Hdt::decode, Hdt::write, Hdt::readings, Hdt::measure),
          new Row<>("THS", Ths.class, Ths::decode, Ths::write, Ths::readings, Ths::measure),
          new Row<>("ROT", Rot.class, Rot::decode, Rot::write, Rot::readings, Rot::measure),
          new Row<>("DPT", Dpt.class, Dpt::decode, Dpt::write, Dpt::readings, Dpt::measure),
          new Row<>("MTW", Mtw.class, Mtw::decode, Mtw::write, Mtw::readings, Mtw::measure),
          new Row<>("XDR", Xdr.class, Xdr::decode, Xdr::write, Row::measuresNothing, Xdr::measure),
          new Row<>("TXT", Txt.class, Txt::decode, Txt::write, "iii"),
          new Row<>("DBT", Dbt.class, Dbt::decode, Dbt::write, Dbt::readings, Dbt::measure),
          new Row<>("DBK", Dbk.class, Dbk::decode, Row::hasNoWriter, Dbk::readings, Dbk::measure),
          new Row<>("DBS", Dbs.class, Dbs::decode, Row::hasNoWriter, Dbs::readings, Dbs::measure),
          new Row<>("HDM", Hdm.class, Hdm::decode, Row::hasNoWriter, Hdm::readings, Hdm::measure),
          new Row<>("HDG", Hdg.class, Hdg::decode, Row::hasNoWriter, Hdg::readings, Hdg::measure),
          new Row<>("HSC", Hsc.class, Hsc::decode, Row::hasNoWriter, "n.n.c"),
          new Row<>("MWV", Mwv.class, Mwv::decode, Row::hasNoWriter, Mwv::readings, Mwv::measure),
          new Row<>("MWD", Mwd.class, Mwd::decode, Row::hasNoWriter, Mwd::readings, Mwd::measure),
          new Row<>("VWR", Vwr.class, Vwr::decode, Row::hasNoWriter, Vwr::readings, Vwr::measure),
          new Row<>("VWT", Vwt.class, Vwt::decode, Row::hasNoWriter, Vwt::readings, Vwt::measure),
          new Row<>("VHW", Vhw.class, Vhw::decode, Row::hasNoWriter, Vhw::readings, Vhw::measure),
          new Row<>("VBW", Vbw.class, Vbw::decode, Row::hasNoWriter, Vbw::readings, Vbw::measure),
          new Row<>("VLW", Vlw.class, Vlw::decode, Row::hasNoWriter, Vlw::readings, Vlw::measure),
          new Row<>("VPW", Vpw.class, Vpw::decode, Row::hasNoWriter, "n.n"),
          new Row<>("VDR", Vdr.class, Vdr::decode, Row::hasNoWriter, Vdr::readings, Vdr::measure),
          new Row<>("MTA", Mta.class, Mta::decode, Row::hasNoWriter, Mta::readings, Mta::measure),
          new Row<>("MDA", Mda.class, Mda::decode, Row::hasNoWriter, Mda::readings, Mda::measure),
          new Row<>("RSA", Rsa.class, Rsa::decode, Row::hasNoWriter, Rsa::readings, Rsa::measure),
          new Row<>("RPM", Rpm.class, Rpm::decode, Row::hasNoWriter, "cinnc"),
          new Row<>("VSD", Vsd.class, Vsd::decode, Row::hasNoWriter, "nnn.oiinn"),
          new Row<>("XTE", Xte.class, Xte::decode, Row::hasNoWriter, "ccnccc"),
          new Row<>("RMB", Rmb.class, Rmb::decode, Row::hasNoWriter, "cnc..p...nnncc"),
          new Row<>("APB", Apb.class, Apb::decode, Row::hasNoWriter, "ccnccccnc.ncncc"),
          new Row<>("BWC", Bwc.class, Bwc::decode, Row::hasNoWriter, "tp...n.n.n..c"),
          new Row<>("BWR", Bwr.class, Bwr::decode, Row::hasNoWriter, "tp...n.n.n..c"),
          new Row<>("BOD", Bod.class, Bod::decode, Row::hasNoWriter, "n.n"),
          new Row<>("WPL", Wpl.class, Wpl::decode, Row::hasNoWriter, "p..."),
          new Row<>("AAM", Aam.class, Aam::decode, Row::hasNoWriter, "ccn"),
          new Row<>("RTE", Rte.class, Rte::decode, Row::hasNoWriter, "iic"),
          new Row<>("TTM", Ttm.class, Ttm::decode, Row::hasNoWriter, "inncnncnnc.cctc"),
          new Row<>("TLL", Tll.class, Tll::decode, Row::hasNoWriter, "ip....tcc"),
          new Row<>("OSD", Osd.class, Osd::decode, Row::hasNoWriter, "ncncncnnc"),
          new Row<>("DOR", Dor.class, Dor::decode, Row::hasNoWriter, "ct...icc"),
          new Row<>("FIR", Fir.class, Fir::decode, Row::hasNoWriter, "ct...icc"),
          new Row<>("EVE", Eve.class, Eve::decode, Row::hasNoWriter, "t"),
          new Row<>("ALF", Alf.class, Alf::decode, Alf::write, "iiitccc.iiii"),
          new Row<>("ALC", Alc.class, Alc::decode, Alc::write, Row::measuresNothing, Alc::measure),
          new Row<>("ACN", Acn.class, Acn::decode, Acn::write, "t.iicc"),
          new Row<>("ARC", Arc.class, Arc::decode, Arc::write, "t.iic"),
          new Row<>("HBT", Hbt.class, Hbt::decode, Hbt::write, "nci"),
          new Row<>("ALR", Alr.class, Alr::decode, Alr::write, "ticc"),
          new Row<>("ACK", Ack.class, Ack::decode, Ack::write, "i"),
          new Row<>("VDM", Vdm.class, Vdm::decode, Row::hasNoWriter, "iii..i"),
          new Row<>("VDO", Vdo.class, Vdo::decode, Row::hasNoWriter, "iii..i"),
          new Row<>("GST", Gst.class, Gst::decode, Row::hasNoWriter, "tnnnnnnn"),
          new Row<>("GBS", Gbs.class, Gbs::decode, Row::hasNoWriter, "tnnninnn"),
          new Row<>("GRS", Grs.class, Grs::decode, Row::hasNoWriter, "tinnnnnnnnnnnn"),
          new Row<>("DTM", Dtm.class, Dtm::decode, Row::hasNoWriter, "..v.v.n"));

  private static final Row<Pubx00> PUBX_00 =
      new Row<>(
          "UBX00",
          Pubx00.class,
          Pubx00::decode,
          Row::hasNoWriter,
          Pubx00::readings,
          Pubx00::measure);
  private static final Row<Pgrme> PGRME =
      new Row<>(
          "GRME",
          Pgrme.class,
          Pgrme::decode,
          Row::hasNoWriter,
          Row::measuresNothing,
          Pgrme::measure);
  private static final Row<Pashr> PASHR =
      new Row<>(
          "ASHR", Pashr.class, Pashr::decode, Row::hasNoWriter, Pashr::readings, Pashr::measure);

  private static final Row<PercAvp> PERC_AVP =
      new Row<>(
          "ERCGPavp",
          PercAvp.class,
          PercAvp::decode,
          Row::hasNoWriter,
          PercAvp::readings,
          PercAvp::measure);

  private static final List<Row<?>> PROPRIETARY = List.of(PUBX_00, PGRME, PASHR, PERC_AVP);

  /** Talker and formatter, of all sentences but proprietary ones. */
  static final int ADDRESS_LENGTH = 5;

  private static final int VDM = code('V', 'D', 'M');
  private static final int VDO = code('V', 'D', 'O');

  /** Twice the least power of two that keeps the table sparse; indexed by {@link #slot}. */
  private static final int SLOTS = 256;

  private static final @Nullable Row<?>[] BY_CODE = new Row<?>[SLOTS];

  private static final int[] CODES = new int[SLOTS];

  private static final Map<Class<?>, Row<?>> BY_TYPE = new HashMap<>();

  static {
    for (Row<?> row : ROWS) {
      String name = row.formatter();
      int code = code(name.charAt(0), name.charAt(1), name.charAt(2));
      int slot = slot(code);
      while (CODES[slot] != 0) {
        slot = (slot + 1) % SLOTS;
      }
      CODES[slot] = code;
      BY_CODE[slot] = row;
      BY_TYPE.put(row.type(), row);
    }
    PROPRIETARY.forEach(row -> BY_TYPE.put(row.type(), row));
  }

  private SentenceTable() {}

  /** Three formatter characters as one number, never 0. */
  static int code(int first, int second, int third) {
    return first << 16 | second << 8 | third;
  }

  /** Whether sentences of this formatter begin with {@code !}. */
  static boolean isEncapsulated(int code) {
    return code == VDM || code == VDO;
  }

  /**
   * The row of a sentence, or null if it is not decoded here.
   *
   * @param start {@code $} or {@code !}
   */
  static @Nullable Row<?> rowOf(Fields fields, byte start) {
    if (fields.charAt(0, 0) == 'P') {
      return proprietary(fields);
    }
    if (fields.length(0) != ADDRESS_LENGTH || !fields.talkerIsShown()) {
      return null;
    }
    int code = fields.formatterCode();
    return isEncapsulated(code) == (start == '!') ? rowOf(code) : null;
  }

  /** The row of this formatter, or null if the sentence is not decoded here. */
  static @Nullable Row<?> rowOf(int code) {
    int slot = slot(code);
    while (CODES[slot] != 0) {
      if (CODES[slot] == code) {
        return BY_CODE[slot];
      }
      slot = (slot + 1) % SLOTS;
    }
    return null;
  }

  /** The row of a maker's sentence, or null: by its address, and by its first field. */
  static @Nullable Row<?> proprietary(Fields fields) {
    if (fields.isText(0, "PUBX")) {
      return fields.isText(1, "00") ? PUBX_00 : null;
    }
    if (fields.isText(0, "PERC")) {
      return fields.isText(1, "GPavp") ? PERC_AVP : null;
    }
    if (fields.isText(0, "PASHR")) {
      boolean attitude = fields.length(1) > 1 && Character.isDigit(fields.charAt(1, 1));
      return attitude ? PASHR : null;
    }
    return fields.isText(0, "PGRME") ? PGRME : null;
  }

  static Row<?> rowOf(Sentence sentence) {
    Row<?> row = BY_TYPE.get(sentence.getClass());
    if (row == null) {
      throw new AssertionError(sentence.getClass() + " has no row");
    }
    return row;
  }

  /** Every row. */
  static List<Row<?>> rows() {
    return Stream.concat(ROWS.stream(), PROPRIETARY.stream()).toList();
  }

  private static int slot(int code) {
    return (code * 0x9E3779B1) >>> 24;
  }
}
