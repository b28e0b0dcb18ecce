package org.plimsoll.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.plimsoll.naval.HydrostaticTable;
import org.plimsoll.naval.MarkPositions;
import org.plimsoll.naval.ShipParticulars;
import org.plimsoll.naval.TableImport;

/** The synthetic ferry of the examples: 100 m, 200 passengers, 1,000 t of cargo. */
public final class ReferenceFerry {

  public static final ShipParticulars PARTICULARS =
      new ShipParticulars(100.00, 19.00, new MarkPositions(96.40, 50.00, 5.50), 4515.0, 5.200);

  /** Ballast, fuel, water, crew, stores and constant; the same throughout the voyage. */
  public static final double DEDUCTIBLES_TONNES = 700;

  /** Of these in each of two ballast tanks, gauged by sounding to port and ullage to starboard. */
  public static final double BALLAST_TONNES = 110;

  /** Density of the water at both berths and between them. */
  public static final double WATER_TONNES_PER_CUBIC_METRE = 1.0215;

  public static final double CARGO_LIMIT_TONNES = 1000;

  public static final int PASSENGER_LIMIT = 200;

  static final double TABLE_TONNES_PER_CUBIC_METRE = 1.025;

  private ReferenceFerry() {}

  /** The table of {@code tools/examples/hydrostatics-example.csv}, as built into this jar. */
  public static HydrostaticTable hydrostatics() {
    TableImport read = HydrostaticTable.parse(csv(), TABLE_TONNES_PER_CUBIC_METRE);
    if (read instanceof TableImport.Imported imported) {
      return imported.table();
    }
    throw new IllegalStateException("the built-in table is damaged: " + read);
  }

  private static String csv() {
    try (InputStream stream =
        ReferenceFerry.class.getResourceAsStream("hydrostatics-example.csv")) {
      if (stream == null) {
        throw new IllegalStateException("the built-in table is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
