package org.plimsoll.naval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** The synthetic ferry that the published examples were computed for. */
final class ReferenceShip {

  static final ShipParticulars PARTICULARS =
      new ShipParticulars(100.00, 19.00, new MarkPositions(96.40, 50.00, 5.50), 4515.0, 5.200);

  private ReferenceShip() {}

  static HydrostaticTable table() {
    TableImport read = HydrostaticTable.parse(csv(), 1.025);
    assertThat(read).isInstanceOf(TableImport.Imported.class);
    return ((TableImport.Imported) read).table();
  }

  static String csv() {
    return resource("/hydrostatics-example.csv");
  }

  static String trimmedCsv() {
    return resource("/hydrostatics-example-trimmed.csv");
  }

  static TrimmedTable trimmedTable() {
    BookletImport read = Booklet.parse(trimmedCsv());
    assertThat(read).isInstanceOf(BookletImport.ByTrim.class);
    return ((BookletImport.ByTrim) read).table();
  }

  private static String resource(String name) {
    try (InputStream stream = ReferenceShip.class.getResourceAsStream(name)) {
      assertThat(stream).isNotNull();
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the order of {@link DraughtMark}; NaN for a mark without a reading. */
  static ObservedDraughts readings(double... metres) {
    Map<DraughtMark, Double> map = new EnumMap<>(DraughtMark.class);
    for (DraughtMark mark : DraughtMark.values()) {
      if (!Double.isNaN(metres[mark.ordinal()])) {
        map.put(mark, metres[mark.ordinal()]);
      }
    }
    return new ObservedDraughts(map);
  }
}
