package org.plimsoll.vessel.mapping;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.plimsoll.configuration.Nearest;
import org.plimsoll.configuration.Section;
import org.plimsoll.protocol.modbus.FaultValues;
import org.plimsoll.protocol.modbus.ReadRegisters;
import org.plimsoll.protocol.modbus.RegisterEncoding;
import org.plimsoll.protocol.modbus.RegisterProfile;
import org.plimsoll.protocol.modbus.RegisterResponse;
import org.plimsoll.protocol.modbus.Table;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/**
 * A number in registers, or one bit of a register.
 *
 * @param encoding how the registers hold the number
 * @param bit the bit that is the value, 0 the least; empty for the whole number
 * @param faults numbers that mean that there is no measurement
 * @param scaling from the registers' number to the quantity's unit
 */
public record RegisterPoint(
    ReadRegisters request,
    RegisterEncoding encoding,
    OptionalInt bit,
    FaultValues faults,
    Quantity quantity,
    Scaling scaling)
    implements PolledPoint {

  private static final double MOST_RAW = 1e300;

  static RegisterPoint read(Section section, int unit) {
    Quantity quantity = MappedQuantity.read(section);
    if (section.has("profile")) {
      return named(section, unit, quantity);
    }
    RegisterEncoding encoding = section.choice("encoding", RegisterEncoding.class);
    ReadRegisters request =
        new ReadRegisters(
            unit,
            section.choice("table", Table.class, Table.HOLDING),
            section.integer("address", 0, 65535 - 3),
            encoding.words());
    return new RegisterPoint(
        request,
        encoding,
        bit(section, encoding),
        faults(section),
        quantity,
        Scaling.read(section, quantity));
  }

  private static OptionalInt bit(Section section, RegisterEncoding encoding) {
    if (!section.has("bit")) {
      return OptionalInt.empty();
    }
    int bit = section.integer("bit", 0, 15);
    if (encoding != RegisterEncoding.U16) {
      section.problem("bit", "a bit of an encoding other than u16", "write encoding: u16");
    }
    return OptionalInt.of(bit);
  }

  private static FaultValues faults(Section section) {
    return FaultValues.usualAnd(Set.copyOf(section.numbers("faults", -MOST_RAW, MOST_RAW)));
  }

  /** A point of a known device, whose number has a unit. */
  private static RegisterPoint named(Section section, int unit, Quantity quantity) {
    RegisterProfile profile = profile(section);
    Scaling scaling = Scaling.read(section, quantity);
    if (profile.unit() != quantity.unit() && !section.has("scale")) {
      section.problem(
          "profile",
          "'%s' is in %s and %s in %s"
              .formatted(
                  profile.name(),
                  profile.unit().symbol(),
                  quantity.path(),
                  quantity.unit().symbol()),
          "write the scale from one to the other");
    }
    return new RegisterPoint(
        profile.request(unit),
        profile.encoding(),
        OptionalInt.empty(),
        faults(section),
        quantity,
        scaling.after(profile.factor(), profile.addend()));
  }

  private static RegisterProfile profile(Section section) {
    String name = section.text("profile");
    Optional<RegisterProfile> profile = RegisterProfile.named(name);
    if (profile.isEmpty()) {
      List<String> known =
          Stream.concat(
                  RegisterProfile.all().stream().map(RegisterProfile::name),
                  Stream.of(RegisterWeight.PROFILE))
              .toList();
      section.problem(
          "profile",
          "no register profile is named '" + name + "'",
          Nearest.of(name, known)
              .map(near -> "did you mean '" + near + "'?")
              .orElse("one of " + String.join(", ", known)));
    }
    return profile.orElse(RegisterProfile.all().get(0));
  }

  @Override
  public Reading reading(RegisterResponse response) {
    OptionalDouble raw = OptionalDouble.empty();
    if (response.outcome() instanceof RegisterResponse.Registers registers) {
      raw =
          bit.isPresent()
              ? OptionalDouble.of(registers.words()[0] >> bit.getAsInt() & 1)
              : encoding.decode(registers.words(), 0, faults);
    }
    return scaling.reading(quantity, raw, Quality.GOOD);
  }
}
