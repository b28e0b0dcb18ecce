package org.plimsoll.protocol.weighing;

import java.util.OptionalDouble;
import org.plimsoll.protocol.modbus.ReadRegisters;
import org.plimsoll.protocol.modbus.RegisterResponse.Registers;
import org.plimsoll.protocol.modbus.Table;
import org.plimsoll.protocol.weighing.Weight.Condition;
import org.plimsoll.protocol.weighing.Weight.Motion;

/**
 * The weight registers of Laumas transmitters (TLU, TLB, LCB) and of those that copy their map,
 * such as CAS CI-600D and Bosche WTS.
 *
 * <pre>
 * 40007 status | 40008 gross high, low | 40010 net high, low
 * status bit 0 cell, 1 converter, 2 above capacity, 3 above 110 %, 4 gross or 5 net beyond the
 *            digits, 7 gross or 8 net negative, 10 net shown, 11 stable
 * </pre>
 *
 * Weights are positive whole numbers without their point: its place and the unit are those of the
 * display. Source: Laumas LCB protocol manual, page 3; TLU manual, page 30.
 *
 * @param decimals of the display, 0 to 5
 * @param unit of the display
 */
public record LaumasRegisters(int decimals, MassUnit unit) {

  private static final int STATUS = 6;
  private static final int WORDS = 5;
  private static final int FAULTS = 0x0003;
  private static final int OVERLOADS = 0x003C;
  private static final int GROSS_NEGATIVE = 0x0080;
  private static final int NET_NEGATIVE = 0x0100;
  private static final int NET_SHOWN = 0x0400;
  private static final int STABLE = 0x0800;

  public LaumasRegisters {
    if (decimals < 0 || decimals > 5) {
      throw new IllegalArgumentException(decimals + " decimals, allowed 0 to 5");
    }
  }

  /** The request whose answer {@link #weight} reads: status, gross and net as one picture. */
  public static ReadRegisters request(int unitAddress) {
    return new ReadRegisters(unitAddress, Table.HOLDING, STATUS, WORDS);
  }

  /**
   * The weight that the display shows, with the tare if it shows net.
   *
   * @throws IllegalArgumentException if these are not the registers of {@link #request}
   */
  public Weight weight(Registers registers) {
    int[] words = registers.words();
    if (words.length != WORDS) {
      throw new IllegalArgumentException(words.length + " registers, not " + WORDS);
    }
    int status = words[0];
    boolean net = (status & NET_SHOWN) != 0;
    Condition condition = conditionOf(status);
    double gross = kilograms(words[1], words[2], (status & GROSS_NEGATIVE) != 0);
    double netMass = kilograms(words[3], words[4], (status & NET_NEGATIVE) != 0);
    boolean isOk = condition == Condition.OK;
    return new Weight(
        isOk ? OptionalDouble.of(net ? netMass : gross) : OptionalDouble.empty(),
        isOk && (status & STABLE) != 0 ? Motion.STABLE : Motion.MOVING,
        condition,
        net,
        isOk && net ? OptionalDouble.of(gross - netMass) : OptionalDouble.empty());
  }

  private static Condition conditionOf(int status) {
    if ((status & FAULTS) != 0) {
      return Condition.FAULT;
    }
    if ((status & OVERLOADS) == 0) {
      return Condition.OK;
    }
    return (status & GROSS_NEGATIVE) != 0 ? Condition.UNDERLOAD : Condition.OVERLOAD;
  }

  private double kilograms(int high, int low, boolean negative) {
    long digits = (long) high << 16 | low;
    double shown = digits / Math.pow(10, decimals);
    return unit.toKilograms(negative ? -shown : shown);
  }
}
