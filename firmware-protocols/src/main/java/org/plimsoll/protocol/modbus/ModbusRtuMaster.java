package org.plimsoll.protocol.modbus;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.modbus.RegisterResponse.ExceptionReply;
import org.plimsoll.protocol.modbus.RegisterResponse.Outcome;
import org.plimsoll.protocol.modbus.RegisterResponse.Registers;

/**
 * The link layer of a Modbus RTU master with one request in flight.
 *
 * <pre>
 * unit | 03 or 04 | bytes | registers, 2 bytes each, hi lo | CRC lo hi
 * unit | 83 or 84 | code                                   | CRC lo hi
 * </pre>
 *
 * Frames are found by their length and CRC, never by gaps, which converters put inside frames. The
 * answer is recognised at whatever place of the stream it ends, so that noise or a late frame
 * before it costs nothing; a local echo of the request is stripped. Each request ends in exactly
 * one outcome: the {@link RegisterResponse}, or the {@link Decoded.Malformed} of {@link #timeOut}.
 * Other bytes give one {@code Malformed} per request, or per silence between requests.
 *
 * <p>RTU has no transaction number: after a time-out the caller lets the line fall silent before
 * the next request, or a late answer is taken for the next. Never throws on input; holds at most
 * {@link #MAX_HELD_BYTES}. Confined to the thread that feeds it.
 */
public final class ModbusRtuMaster {

  /** Bytes kept while waiting: an echo, a stray frame and a longest answer; older ones go. */
  public static final int MAX_HELD_BYTES = 1024;

  private static final int EXCEPTION_LENGTH = 5;
  private static final int EXCEPTION_FLAG = 0x80;
  private static final int HEADER_AND_CRC = 5;

  private final byte[] held = new byte[MAX_HELD_BYTES];
  private int length;
  private boolean overflowed;
  private @Nullable ReadRegisters request;
  private byte[] echo = new byte[0];

  /** Whether the present run of bytes that nobody asked for was reported. */
  private boolean strayReported;

  /**
   * Begins a request.
   *
   * @return the bytes to send
   * @throws IllegalStateException if one is in flight
   */
  public byte[] begin(ReadRegisters next) {
    if (request != null) {
      throw new IllegalStateException(request + " is in flight, cannot begin " + next);
    }
    request = next;
    echo = next.encode();
    length = 0;
    overflowed = false;
    strayReported = false;
    return echo.clone();
  }

  /** Whether an answer is awaited. */
  public boolean isBusy() {
    return request != null;
  }

  /** Whether anything but an echo came since the request began, and was no answer so far. */
  public boolean hasHeard() {
    return request != null && length > echoLength();
  }

  /**
   * Takes all remaining bytes.
   *
   * @param sink called on this thread
   */
  public void feed(ByteBuffer bytes, Consumer<? super Decoded<RegisterResponse>> sink) {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      ReadRegisters asked = request;
      if (asked == null) {
        stray(next, sink);
      } else {
        hold(next);
        Outcome outcome = outcomeAtTheEnd(asked);
        if (outcome != null) {
          finish(asked, outcome, sink);
        }
      }
    }
  }

  /**
   * Gives the request up.
   *
   * @return what was wrong: nothing came, or what came was no answer
   * @throws IllegalStateException if none is in flight
   */
  public Decoded<RegisterResponse> timeOut() {
    ReadRegisters asked = request;
    if (asked == null) {
      throw new IllegalStateException("no request is in flight");
    }
    request = null;
    int from = echoLength();
    if (from == length) {
      return Decoded.malformed(Reason.TRUNCATED, "no answer from unit " + asked.unit());
    }
    Reason reason = defect(asked, from, length);
    return Decoded.malformed(reason, "instead of an answer: " + Foreign.hex(held, from, length));
  }

  private void stray(byte next, Consumer<? super Decoded<RegisterResponse>> sink) {
    if (!strayReported) {
      strayReported = true;
      byte[] first = {next};
      sink.accept(
          Decoded.malformed(
              Reason.UNEXPECTED, "nothing was asked; begins with " + Foreign.hex(first, 0, 1)));
    }
  }

  private void hold(byte next) {
    if (length == held.length) {
      int kept = held.length / 2;
      System.arraycopy(held, held.length - kept, held, 0, kept);
      length = kept;
      overflowed = true;
    }
    held[length++] = next;
  }

  /** The answer, if the bytes held end with it. */
  private @Nullable Outcome outcomeAtTheEnd(ReadRegisters asked) {
    int start = length - HEADER_AND_CRC - 2 * asked.quantity();
    if (start >= 0 && answers(asked, start, 0) && byteAt(start + 2) == 2 * asked.quantity()) {
      if (Crc16.holds(held, start, length)) {
        return registers(asked, start + 3);
      }
    }
    start = length - EXCEPTION_LENGTH;
    if (start >= 0 && answers(asked, start, EXCEPTION_FLAG) && Crc16.holds(held, start, length)) {
      return new ExceptionReply(byteAt(start + 2));
    }
    return null;
  }

  private void finish(
      ReadRegisters asked, Outcome outcome, Consumer<? super Decoded<RegisterResponse>> sink) {
    int size =
        outcome instanceof ExceptionReply
            ? EXCEPTION_LENGTH
            : HEADER_AND_CRC + 2 * asked.quantity();
    int from = echoLength();
    int to = length - size;
    request = null;
    if (from < to) {
      Reason reason = defect(asked, from, to);
      sink.accept(Decoded.malformed(reason, "before the answer: " + Foreign.hex(held, from, to)));
    }
    sink.accept(Decoded.value(new RegisterResponse(asked, outcome)));
  }

  /** What is wrong with bytes that are not the answer. */
  private Reason defect(ReadRegisters asked, int from, int to) {
    if (overflowed) {
      return Reason.OVERLONG;
    }
    if (holdsFrame(from, to)) {
      return Reason.UNEXPECTED;
    }
    boolean ours = answers(asked, from, 0) || answers(asked, from, EXCEPTION_FLAG);
    if (!ours) {
      return Reason.NOISE;
    }
    int expected =
        answers(asked, from, 0) ? HEADER_AND_CRC + 2 * asked.quantity() : EXCEPTION_LENGTH;
    return to - from < expected ? Reason.TRUNCATED : Reason.CHECKSUM;
  }

  /** Whether a sound answer to some other request begins here. */
  private boolean holdsFrame(int from, int to) {
    if (to - from < EXCEPTION_LENGTH) {
      return false;
    }
    int function = byteAt(from + 1);
    int size =
        (function & EXCEPTION_FLAG) != 0 ? EXCEPTION_LENGTH : HEADER_AND_CRC + byteAt(from + 2);
    return size <= to - from && Crc16.holds(held, from, from + size);
  }

  private boolean answers(ReadRegisters asked, int at, int flag) {
    return at + 1 < length
        && byteAt(at) == asked.unit()
        && byteAt(at + 1) == (asked.table().function() | flag);
  }

  private int echoLength() {
    boolean echoed =
        length >= echo.length
            && Arrays.equals(held, 0, echo.length, echo, 0, echo.length)
            && !overflowed;
    return echoed ? echo.length : 0;
  }

  private Registers registers(ReadRegisters asked, int from) {
    int[] words = new int[asked.quantity()];
    for (int i = 0; i < words.length; i++) {
      words[i] = byteAt(from + 2 * i) << 8 | byteAt(from + 2 * i + 1);
    }
    return new Registers(words);
  }

  private int byteAt(int at) {
    return held[at] & 0xFF;
  }
}
