package org.plimsoll.naval.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quality;

/** Manifests for the tests: lorries of 15 t in four lanes. */
final class Cargo {

  static final double LORRY_TONNES = 15;

  private Cargo() {}

  static Manifest.Weights weights(CargoUnit... units) {
    return new Manifest(List.of(units), Map.of("lorry", 18.0, "car", 1.5))
        .weights(WeightAccuracy.USUAL);
  }

  static CargoUnit weighed(String id, double tonnes) {
    return at(id, "1", 50, OptionalDouble.empty(), OptionalDouble.of(tonnes));
  }

  static CargoUnit declared(String id, double tonnes) {
    return at(id, "1", 50, OptionalDouble.of(tonnes), OptionalDouble.empty());
  }

  static CargoUnit silent(String id, String vehicleClass) {
    return new CargoUnit(
        id,
        vehicleClass,
        "1",
        OptionalDouble.of(50),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  static CargoUnit at(
      String id, String lane, double position, OptionalDouble declared, OptionalDouble weighed) {
    return new CargoUnit(id, "lorry", lane, OptionalDouble.of(position), declared, weighed);
  }

  /** Sixty lorries of 15 t in four lanes, from 20 m to 76 m. */
  static CargoUnit[] lorries(boolean weighed) {
    List<CargoUnit> units = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      OptionalDouble tonnes = OptionalDouble.of(LORRY_TONNES);
      units.add(
          at(
              "L" + i,
              String.valueOf(i % 4 + 1),
              20 + 4 * (i / 4),
              tonnes,
              weighed ? tonnes : OptionalDouble.empty()));
    }
    return units.toArray(CargoUnit[]::new);
  }

  static Mass good(double tonnes, double u95) {
    return new Mass(tonnes, u95, Quality.GOOD);
  }
}
