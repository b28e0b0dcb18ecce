package org.plimsoll.cli.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which adapter takes a file: its name begins with the protocol. */
final class Adapters {

  /** Every record. */
  static final double EXACT = 100;

  /** All but one in a thousand, each of them explained. */
  static final double NEARLY_ALL = 99.9;

  /**
   * One protocol.
   *
   * @param prefix how the names of its files begin
   * @param gatePercent of the comparable records of all its files together that must agree
   */
  record Row(String prefix, double gatePercent, Adapter adapter) {}

  private final List<Row> rows;

  /** Of a corpus in {@code directory}, whose raw logs stand in {@code directory/raw}. */
  Adapters(Path directory) {
    rows =
        List.of(
            new Row("0183-", NEARLY_ALL, new SentenceAdapter()),
            new Row("ais-", NEARLY_ALL, new AisAdapter()),
            new Row("tagblock-", EXACT, new TagBlockAdapter()),
            new Row("iec450-", EXACT, new DatagramAdapter()),
            new Row("n2k-ngt1", EXACT, new Ngt1Adapter()),
            new Row("n2k-", NEARLY_ALL, new CanboatAdapter(directory.resolve("raw"))),
            new Row("ubx-", EXACT, new UbxAdapter()),
            new Row("stream-corruption", EXACT, new CorruptionAdapter()),
            new Row("stream-gpsd", EXACT, new GpsdStreamAdapter(directory.resolve("raw"))),
            new Row("modbus-rtu", EXACT, new ModbusAdapter()),
            new Row("weigh-ascii", EXACT, new IndicatorAdapter()),
            new Row("weigh-mtsics", EXACT, new MtSicsAdapter()),
            new Row("weigh-toledo", EXACT, new ToledoAdapter()));
  }

  Optional<Row> forFile(String name) {
    return rows.stream().filter(row -> name.startsWith(row.prefix())).findFirst();
  }
}
