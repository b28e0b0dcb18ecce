package org.plimsoll.protocol.nmea0183;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sentences that are decoded, one row each. */
final class SentenceTable {

  /** One sentence: its name, its record, and how that is decoded, written and read. */
  record Row<S extends Sentence>(
      String formatter,
      Class<S> type,
      Function<Fields, S> decode,
      BiConsumer<S, FieldWriter> write,
      BiConsumer<S, ReadingList> readings) {

    void write(Sentence sentence, FieldWriter out) {
      write.accept(type.cast(sentence), out);
    }

    void readings(Sentence sentence, ReadingList out) {
      readings.accept(type.cast(sentence), out);
    }
  }

  private static final List<Row<?>> ROWS =
      List.of(
          new Row<>("RMC", Rmc.class, Rmc::decode, Rmc::write, Rmc::readings),
          new Row<>("GGA", Gga.class, Gga::decode, Gga::write, Gga::readings),
          new Row<>("GLL", Gll.class, Gll::decode, Gll::write, Gll::readings),
          new Row<>("GNS", Gns.class, Gns::decode, Gns::write, Gns::readings),
          new Row<>("VTG", Vtg.class, Vtg::decode, Vtg::write, Vtg::readings),
          new Row<>("ZDA", Zda.class, Zda::decode, Zda::write, Zda::readings),
          new Row<>("GSA", Gsa.class, Gsa::decode, Gsa::write, Gsa::readings),
          new Row<>("GSV", Gsv.class, Gsv::decode, Gsv::write, Gsv::readings),
          new Row<>("HDT", Hdt.class, Hdt::decode, Hdt::write, Hdt::readings),
          new Row<>("THS", Ths.class, Ths::decode, Ths::write, Ths::readings),
          new Row<>("ROT", Rot.class, Rot::decode, Rot::write, Rot::readings),
          new Row<>("DPT", Dpt.class, Dpt::decode, Dpt::write, Dpt::readings),
          new Row<>("DBT", Dbt.class, Dbt::decode, Dbt::write, Dbt::readings),
          new Row<>("MTW", Mtw.class, Mtw::decode, Mtw::write, Mtw::readings),
          new Row<>("XDR", Xdr.class, Xdr::decode, Xdr::write, Xdr::readings),
          new Row<>("TXT", Txt.class, Txt::decode, Txt::write, Txt::readings));

  /** Twice the least power of two that keeps the table sparse; indexed by {@link #slot}. */
  private static final int SLOTS = 128;

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
  }

  private SentenceTable() {}

  /** Three formatter characters as one number, never 0. */
  static int code(int first, int second, int third) {
    return first << 16 | second << 8 | third;
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

  static Row<?> rowOf(Sentence sentence) {
    Row<?> row = BY_TYPE.get(sentence.getClass());
    if (row == null) {
      throw new AssertionError(sentence.getClass() + " has no row");
    }
    return row;
  }

  static List<Row<?>> rows() {
    return ROWS;
  }

  private static int slot(int code) {
    return (code * 0x9E3779B1) >>> 25;
  }
}
