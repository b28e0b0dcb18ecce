package org.plimsoll.protocol.modbus;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Unit;

/**
 * A measuring point of a known device, so that configuration names it instead of its registers. A
 * 32-bit value is read in one request.
 *
 * @param name as in configuration: device, then point
 * @param table which registers
 * @param address protocol address from 0
 * @param encoding how the registers hold the number
 * @param factor from the number to {@code unit}
 * @param addend after the factor
 * @param unit SI
 */
public record RegisterProfile(
    String name,
    Table table,
    int address,
    RegisterEncoding encoding,
    double factor,
    double addend,
    Unit unit) {

  private static final double BAR = 1e5;
  private static final double ZERO_CELSIUS = 273.15;

  /**
   * KELLER 30X, 33X and 36X transmitters: floats in bar and degrees Celsius; NaN a channel error,
   * infinity out of range (KELLER bus and Modbus description; Xylem 7060/7070 manual, page 7).
   * Enraf gauges: level in tenths of a millimetre. Eagle EI indicators: kilograms.
   */
  private static final List<RegisterProfile> ALL =
      List.of(
          keller("keller-p1", 0x0002, BAR, 0, Unit.PASCAL),
          keller("keller-p2", 0x0004, BAR, 0, Unit.PASCAL),
          keller("keller-temperature", 0x0006, 1, ZERO_CELSIUS, Unit.KELVIN),
          keller("keller-tob1", 0x0008, 1, ZERO_CELSIUS, Unit.KELVIN),
          new RegisterProfile(
              "keller-p1-integer",
              Table.HOLDING,
              0x0012,
              RegisterEncoding.S32_ABCD,
              1,
              0,
              Unit.PASCAL),
          new RegisterProfile(
              "enraf-level", Table.HOLDING, 0, RegisterEncoding.S32_ABCD, 1e-4, 0, Unit.METRE),
          new RegisterProfile(
              "eagle-gross", Table.HOLDING, 0x1000, RegisterEncoding.F32_ABCD, 1, 0, Unit.KILOGRAM),
          new RegisterProfile(
              "eagle-net", Table.HOLDING, 0x1008, RegisterEncoding.F32_ABCD, 1, 0, Unit.KILOGRAM));

  /** Every point of every known device. */
  public static List<RegisterProfile> all() {
    return ALL;
  }

  /** The point of this name. */
  public static Optional<RegisterProfile> named(String name) {
    return ALL.stream().filter(profile -> profile.name().equals(name)).findFirst();
  }

  /**
   * The request for it.
   *
   * @param unitAddress 1 to 247
   */
  public ReadRegisters request(int unitAddress) {
    return new ReadRegisters(unitAddress, table, address, encoding.words());
  }

  /**
   * The value in an answer to {@link #request}, in {@link #unit}; absent if refused or at fault.
   */
  public OptionalDouble value(RegisterResponse response) {
    OptionalDouble number =
        response.outcome() instanceof RegisterResponse.Registers registers
            ? encoding.decode(registers.words(), 0)
            : OptionalDouble.empty();
    return number.isPresent() ? OptionalDouble.of(number.getAsDouble() * factor + addend) : number;
  }

  private static RegisterProfile keller(
      String name, int address, double factor, double addend, Unit unit) {
    return new RegisterProfile(
        name, Table.HOLDING, address, RegisterEncoding.F32_ABCD, factor, addend, unit);
  }
}
