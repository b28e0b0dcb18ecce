package org.plimsoll.protocol.weighing;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.weighing.ToledoSetting.Expansion;
import org.plimsoll.protocol.weighing.Weight.Condition;
import org.plimsoll.protocol.weighing.Weight.Motion;

/**
 * One frame of Toledo continuous output as the indicator shows it, whether it counts or not.
 *
 * @param shown in {@code unit}, with its sign; absent if the places hold no number
 * @param tare in {@code unit}; absent if blank or not sent
 * @param unit null if the code has no fixed meaning
 * @param statusB bit 0 net, 1 negative, 2 out of range, 3 in motion, 6 not zeroed since power-up
 * @param statusC bits 0 to 2 unit, 3 print request, 4 expanded
 */
public record ToledoFrame(
    OptionalDouble shown, OptionalDouble tare, @Nullable MassUnit unit, int statusB, int statusC) {

  /** The tare is subtracted. */
  public boolean isNet() {
    return (statusB & 1) != 0;
  }

  /** Below zero. */
  public boolean isNegative() {
    return (statusB & 2) != 0;
  }

  /** The digits do not count. */
  public boolean isOutOfRange() {
    return (statusB & 4) != 0;
  }

  /** Not at rest. */
  public boolean isMoving() {
    return (statusB & 8) != 0;
  }

  /** One more digit than usual is shown. */
  public boolean isExpanded() {
    return (statusC & 0x10) != 0;
  }

  /** What it weighs, in kilograms. */
  Decoded<Weight> weight(Expansion expansion) {
    if (isExpanded() && expansion == Expansion.REFUSED) {
      return Decoded.unsupported("expanded display");
    }
    MassUnit in = unit;
    if (in == null) {
      return Decoded.unsupported("unit code " + (statusC & 7));
    }
    Condition outside = isNegative() ? Condition.UNDERLOAD : Condition.OVERLOAD;
    Condition condition = isOutOfRange() ? outside : Condition.OK;
    return Decoded.value(
        new Weight(
            condition == Condition.OK ? kilograms(shown, in) : OptionalDouble.empty(),
            isMoving() ? Motion.MOVING : Motion.STABLE,
            condition,
            isNet(),
            kilograms(tare, in)));
  }

  /** The unit of these codes; status B tells kilograms from pounds. */
  static @Nullable MassUnit unitOf(int statusB, int statusC) {
    return switch (statusC & 7) {
      case 0 -> (statusB & 0x10) != 0 ? MassUnit.KILOGRAM : MassUnit.POUND;
      case 1 -> MassUnit.GRAM;
      case 2 -> MassUnit.TONNE;
      case 3 -> MassUnit.OUNCE;
      case 4 -> MassUnit.TROY_OUNCE;
      case 5 -> MassUnit.PENNYWEIGHT;
      case 6 -> MassUnit.SHORT_TON;
      default -> null;
    };
  }

  private static OptionalDouble kilograms(OptionalDouble value, MassUnit unit) {
    return value.isPresent() ? OptionalDouble.of(unit.toKilograms(value.getAsDouble())) : value;
  }
}
