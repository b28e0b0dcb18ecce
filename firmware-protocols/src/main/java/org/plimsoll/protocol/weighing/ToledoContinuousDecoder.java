package org.plimsoll.protocol.weighing;

import java.nio.ByteBuffer;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.weighing.ToledoSetting.Expansion;
import org.plimsoll.protocol.weighing.ToledoSetting.Layout;

/**
 * The continuous output of Toledo indicators and their many clones, 10 to 20 frames a second.
 *
 * <pre>
 *  0    1   2   3   4..9    10..15  16  17
 * STX  SWA SWB SWC  weight  tare    CR  check byte        the short form omits the tare
 *      |   |   |    6 digits each, spaces for leading zeros, no point, no sign
 *      |   |   bits 0-2: 0 unit as in SWB, 1 g, 2 t, 3 oz, 4 ozt, 5 dwt, 6 short ton
 *      |   |   bit 4: one more digit shown
 *      |   bit 0 net, 1 negative, 2 out of range, 3 in motion, 4 kg (0 lb)
 *      bits 0-2: decimals, 0 = hundreds, 1 = tens, 2 = ones, 3 = tenths, ... 7
 * </pre>
 *
 * The check byte makes the sum of the whole frame zero in its low 7 bits. Bit 7 is masked, because
 * many lines are 7E1. Constant bits are not verified: clones differ. Synchronises on STX with CR in
 * its place; after a bad frame the search goes on behind its STX, so no good frame is lost to it.
 * Never throws; holds 18 bytes. Confined to the thread that feeds it.
 */
public final class ToledoContinuousDecoder {

  static final int STX = 0x02;
  static final int CR = 0x0D;
  static final int LENGTH = 18;
  static final int CR_AT = 16;
  static final int DIGITS = 6;

  private static final int LF = 0x0A;
  private static final int LOW_BITS = 0x7F;
  private static final int WEIGHT_AT = 4;
  private static final int TARE_AT = 10;

  private final ToledoSetting setting;
  private final int endAt;
  private final byte[] frame = new byte[LENGTH];
  private int length;

  /** Bytes passed over since the last good frame or reported run; a run is counted once. */
  private boolean inNoise;

  /** A decoder for indicators that send the tare, and no expanded display. */
  public ToledoContinuousDecoder(ToledoChecksum checksum) {
    this(ToledoSetting.of(checksum));
  }

  /** A decoder for indicators set so. */
  public ToledoContinuousDecoder(ToledoSetting setting) {
    this.setting = setting;
    endAt = setting.endAt();
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
    feedFrames(bytes, frame -> sink.accept(weight(frame)));
  }

  /** As {@link #feed}, for those who want what the indicator shows, such as a test bench. */
  public void feedFrames(ByteBuffer bytes, Consumer<? super Decoded<ToledoFrame>> sink) {
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

  private Decoded<Weight> weight(Decoded<ToledoFrame> decoded) {
    if (decoded instanceof Decoded.Value<ToledoFrame> value) {
      return value.value().weight(setting.expansion());
    }
    Decoded.Malformed<ToledoFrame> malformed = (Decoded.Malformed<ToledoFrame>) decoded;
    return Decoded.malformed(malformed.reason(), malformed.detail());
  }

  private void examine(Consumer<? super Decoded<ToledoFrame>> sink) {
    while (length > endAt) {
      if (frame[endAt] != CR) {
        discard(sink, Reason.SYNTAX, "no CR " + endAt + " bytes after STX");
      } else if (length < setting.length()) {
        return;
      } else if (setting.checksum() == ToledoChecksum.SENT && sum() != 0) {
        discard(sink, Reason.CHECKSUM, Foreign.hex(frame, 0, length));
      } else {
        ToledoFrame decoded = decode();
        if (isSound(decoded)) {
          length = 0;
          inNoise = false;
          sink.accept(Decoded.value(decoded));
        } else {
          discard(sink, Reason.SYNTAX, Foreign.hex(frame, WEIGHT_AT, endAt));
        }
      }
    }
  }

  /** Drops the STX at the head and goes on from the next one held, if any. */
  private void discard(Consumer<? super Decoded<ToledoFrame>> sink, Reason reason, String detail) {
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
    for (int i = 0; i < setting.length(); i++) {
      sum += frame[i];
    }
    return sum & LOW_BITS;
  }

  /**
   * Digits in both places; the weight may be anything while out of range, the tare may be blank.
   */
  private boolean isSound(ToledoFrame decoded) {
    boolean weighs = decoded.shown().isPresent() || decoded.isOutOfRange();
    boolean tares =
        setting.layout() == Layout.WITHOUT_TARE || decoded.tare().isPresent() || isBlank(TARE_AT);
    return weighs && tares;
  }

  private ToledoFrame decode() {
    int statusB = frame[2];
    int statusC = frame[3];
    OptionalDouble shown = digits(WEIGHT_AT);
    boolean negative = (statusB & 2) != 0;
    return new ToledoFrame(
        negative && shown.isPresent() ? OptionalDouble.of(-shown.getAsDouble()) : shown,
        setting.layout() == Layout.WITH_TARE ? digits(TARE_AT) : OptionalDouble.empty(),
        ToledoFrame.unitOf(statusB, statusC),
        statusB,
        statusC);
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
    boolean tenths = setting.expansion() == Expansion.TENTHS && (frame[3] & 0x10) != 0;
    int decimals = (frame[1] & 7) - 2 + (tenths ? 1 : 0);
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
