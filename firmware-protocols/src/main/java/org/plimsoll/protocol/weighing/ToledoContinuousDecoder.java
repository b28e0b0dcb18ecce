package org.plimsoll.protocol.weighing;

import java.nio.ByteBuffer;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.weighing.Weight.Condition;
import org.plimsoll.protocol.weighing.Weight.Motion;

/**
 * The continuous output of Toledo indicators and their many clones, 10 to 20 frames a second.
 *
 * <pre>
 *  0    1   2   3   4..9    10..15  16  17
 * STX  SWA SWB SWC  weight  tare    CR  check byte
 *      |   |   |    6 digits each, spaces for leading zeros, no point, no sign
 *      |   |   bits 0-2: 0 unit as in SWB, 1 g, 2 t; bit 4: one more digit shown
 *      |   bit 0 net, 1 negative, 2 out of range, 3 in motion, 4 kg (0 lb)
 *      bits 0-2: decimals, 0 = hundreds, 1 = tens, 2 = ones, 3 = tenths, ... 7
 * </pre>
 *
 * The check byte makes the sum of all 18 zero in its low 7 bits. Bit 7 is masked, because many
 * lines are 7E1. Constant bits are not verified: clones differ. Synchronises on STX with CR 16
 * bytes later; after a bad frame the search goes on behind its STX, so no good frame is lost to it.
 * Never throws; holds 18 bytes. Confined to the thread that feeds it.
 */
public final class ToledoContinuousDecoder {

  static final int STX = 0x02;
  static final int CR = 0x0D;
  static final int LENGTH = 18;
  static final int CR_AT = 16;
  static final int DIGITS = 6;

  private static final int LF = 0x0A;
  private static final int OUT_OF_RANGE = 0x04;
  private static final int LOW_BITS = 0x7F;
  private static final int WEIGHT_AT = 4;
  private static final int TARE_AT = 10;

  private final int frameLength;
  private final byte[] frame = new byte[LENGTH];
  private int length;

  /** Bytes passed over since the last good frame or reported run; a run is counted once. */
  private boolean inNoise;

  /** A decoder for indicators set so. */
  public ToledoContinuousDecoder(ToledoChecksum checksum) {
    frameLength = checksum == ToledoChecksum.SENT ? LENGTH : LENGTH - 1;
  }

  /** Forgets a frame begun, as after the line was reopened. */
  public void reset() {
    length = 0;
    inNoise = false;
  }

  /**
   * Takes all remaining bytes.
   *
   * @param sink called on this thread, once per frame or run of noise
   */
  public void feed(ByteBuffer bytes, Consumer<? super Decoded<Weight>> sink) {
    while (bytes.hasRemaining()) {
      byte next = (byte) (bytes.get() & LOW_BITS);
      if (length > 0 || next == STX) {
        frame[length++] = next;
        examine(sink);
      } else if (!inNoise && next != CR && next != LF) {
        inNoise = true;
        sink.accept(Decoded.malformed(Reason.NOISE, "bytes outside a frame"));
      }
    }
  }

  private void examine(Consumer<? super Decoded<Weight>> sink) {
    while (length > CR_AT) {
      if (frame[CR_AT] != CR) {
        discard(sink, Reason.SYNTAX, "no CR 16 bytes after STX");
      } else if (length < frameLength) {
        return;
      } else if (frameLength == LENGTH && sum() != 0) {
        discard(sink, Reason.CHECKSUM, Foreign.hex(frame, 0, length));
      } else if (!digitsAreSound()) {
        discard(sink, Reason.SYNTAX, Foreign.hex(frame, WEIGHT_AT, CR_AT));
      } else {
        Decoded<Weight> decoded = decode();
        length = 0;
        inNoise = false;
        sink.accept(decoded);
      }
    }
  }

  /** Drops the STX at the head and goes on from the next one held, if any. */
  private void discard(Consumer<? super Decoded<Weight>> sink, Reason reason, String detail) {
    int next = 1;
    while (next < length && frame[next] != STX) {
      next++;
    }
    System.arraycopy(frame, next, frame, 0, length - next);
    length -= next;
    if (!inNoise) {
      inNoise = true;
      sink.accept(Decoded.malformed(reason, detail));
    }
  }

  private int sum() {
    int sum = 0;
    for (int i = 0; i < LENGTH; i++) {
      sum += frame[i];
    }
    return sum & LOW_BITS;
  }

  /**
   * Digits in both places; the weight may be anything while out of range, the tare may be blank.
   */
  private boolean digitsAreSound() {
    boolean weighs = digits(WEIGHT_AT).isPresent() || (frame[2] & OUT_OF_RANGE) != 0;
    return weighs && (digits(TARE_AT).isPresent() || isBlank(TARE_AT));
  }

  private Decoded<Weight> decode() {
    int statusB = frame[2];
    int statusC = frame[3];
    if ((statusC & 0x10) != 0) {
      return Decoded.unsupported("expanded display");
    }
    MassUnit unit = unit(statusC & 7, (statusB & 0x10) != 0);
    if (unit == null) {
      return Decoded.unsupported("unit code " + (statusC & 7));
    }
    OptionalDouble shown = digits(WEIGHT_AT);
    OptionalDouble tare = digits(TARE_AT);
    boolean negative = (statusB & 2) != 0;
    Condition condition =
        (statusB & 4) == 0 ? Condition.OK : negative ? Condition.UNDERLOAD : Condition.OVERLOAD;
    OptionalDouble mass =
        condition == Condition.OK
            ? OptionalDouble.of(
                unit.toKilograms(negative ? -shown.getAsDouble() : shown.getAsDouble()))
            : OptionalDouble.empty();
    return Decoded.value(
        new Weight(
            mass,
            (statusB & 8) == 0 ? Motion.STABLE : Motion.MOVING,
            condition,
            (statusB & 1) != 0,
            tare.isPresent() ? OptionalDouble.of(unit.toKilograms(tare.getAsDouble())) : tare));
  }

  private static @Nullable MassUnit unit(int code, boolean kilograms) {
    return switch (code) {
      case 0 -> kilograms ? MassUnit.KILOGRAM : MassUnit.POUND;
      case 1 -> MassUnit.GRAM;
      case 2 -> MassUnit.TONNE;
      default -> null;
    };
  }

  /** Six places with the decimals of status A, or absent if they hold no number. */
  private OptionalDouble digits(int from) {
    int value = 0;
    boolean begun = false;
    for (int i = from; i < from + DIGITS; i++) {
      int digit = frame[i] - '0';
      if (digit >= 0 && digit <= 9) {
        value = 10 * value + digit;
        begun = true;
      } else if (frame[i] != ' ' || begun) {
        return OptionalDouble.empty();
      }
    }
    int decimals = (frame[1] & 7) - 2;
    double scale = Math.pow(10, Math.abs(decimals));
    return begun
        ? OptionalDouble.of(decimals < 0 ? value * scale : value / scale)
        : OptionalDouble.empty();
  }

  private boolean isBlank(int from) {
    for (int i = from; i < from + DIGITS; i++) {
      if (frame[i] != ' ') {
        return false;
      }
    }
    return true;
  }
}
