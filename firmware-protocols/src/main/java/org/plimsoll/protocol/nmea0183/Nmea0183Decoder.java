package org.plimsoll.protocol.nmea0183;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;

/**
 * Sentences from a byte stream in any chunking (IEC 61162-1, NMEA 0183 2.0 to 4.11).
 *
 * <pre>
 * [\tag block\] $ttfff,field,field*hh [anything] CR LF
 *               ^ or !                           any of CR, LF, CR LF
 * </pre>
 *
 * {@code $} and {@code !} always begin a sentence, and {@code \} outside of one a TAG block, which
 * goes to the {@link TagBlockSink} if there is one; so the first good sentence after any garbage is
 * read. Emits one {@link Decoded} per sentence, and one for a run of bytes between sentences. Never
 * throws; holds at most {@link #MAX_SENTENCE_BYTES}. Confined to the thread that feeds it.
 */
public final class Nmea0183Decoder {

  /** Hard bound of a sentence; the norm's 82 is broken by much sound equipment. */
  public static final int MAX_SENTENCE_BYTES = 1024;

  /** What the norm allows a sentence, from its start to CR LF; longer ones are only counted. */
  public static final int NORM_SENTENCE_BYTES = 82;

  /** Hard bound of a TAG block; the norm says 80. */
  public static final int MAX_TAG_BLOCK_BYTES = 255;

  private static final int LINE_END_BYTES = 2;

  private enum State {
    BETWEEN,
    SENTENCE,
    TAG_BLOCK
  }

  private final TagBlockSink tags;
  private final AssembledSentence assembled;
  private final byte[] sentence;
  private final Fields direct;
  private final FrameOutput.ToReadings readings = new FrameOutput.ToReadings();
  private State state = State.BETWEEN;

  /** Bytes of the sentence or TAG block at hand. */
  private int length;

  /** Bytes of the present run of noise; one run is counted again after each 1024 bytes. */
  private int noise;

  private long overlength;

  /** A decoder that has heard nothing yet, and skips TAG blocks. */
  public Nmea0183Decoder(ChecksumPolicy policy) {
    this(policy, TagBlockSink.NONE);
  }

  /**
   * A decoder that has heard nothing yet.
   *
   * @param tags called on the feeding thread with each TAG block, before the sentence behind it
   */
  public Nmea0183Decoder(ChecksumPolicy policy, TagBlockSink tags) {
    this.tags = tags;
    assembled = new AssembledSentence(policy);
    sentence = assembled.bytes;
    direct = new Fields(sentence);
  }

  /**
   * Sound sentences so far that are longer than the {@value #NORM_SENTENCE_BYTES} bytes of IEC
   * 61162-1, each with the CR LF that it should have; they are read all the same.
   */
  public long overlength() {
    return overlength;
  }

  /** Forgets a sentence begun, as after the line was reopened; what was counted stays. */
  public void reset() {
    state = State.BETWEEN;
    length = 0;
    noise = 0;
  }

  /**
   * Takes all remaining bytes.
   *
   * @param sink called on this thread, once per sentence or run of noise
   */
  public void feed(ByteBuffer bytes, Consumer<? super Decoded<Sentence>> sink) {
    feed(bytes, new FrameOutput.ToSentences(sink));
  }

  /**
   * Takes all remaining bytes, and says only what they measure: no record is made of a sentence.
   *
   * @param sink called on this thread, once per sentence or run of noise
   */
  public void measure(ByteBuffer bytes, ReadingSink sink) {
    readings.sayTo(sink);
    feed(bytes, readings);
  }

  private void feed(ByteBuffer bytes, FrameOutput sink) {
    while (bytes.hasRemaining()) {
      switch (state) {
        case BETWEEN -> {
          if (!bytes.hasArray() || !whole(bytes, sink)) {
            between(bytes.get(), sink);
          }
        }
        case SENTENCE -> assemble(bytes, sink);
        case TAG_BLOCK -> tagBlock(bytes.get(), sink);
      }
    }
  }

  /** Reads a sound sentence where it lies; false if there is none, and nothing was taken. */
  private boolean whole(ByteBuffer bytes, FrameOutput sink) {
    byte[] array = bytes.array();
    int offset = bytes.arrayOffset();
    int from = offset + bytes.position();
    int limit = offset + bytes.limit();
    byte first = array[from];
    if (first != '$' && first != '!') {
      return false;
    }
    int end = direct.splitWhole(array, from, limit);
    if (end < 0) {
      return false;
    }
    noise = 0;
    int next = end + 1;
    boolean pair = next < limit && array[end] == '\r' && array[next] == '\n';
    bytes.position((pair ? next + 1 : next) - offset);
    count(end - from);
    sink.sentence(direct, SentenceTable.rowOf(direct, first));
    if (pair) {
      tags.lineEnd();
    }
    return true;
  }

  private void between(byte next, FrameOutput sink) {
    switch (next) {
      case '$', '!' -> begin(next);
      case '\\' -> {
        state = State.TAG_BLOCK;
        length = 1;
      }
      case '\r', '\n' -> tags.lineEnd();
      default -> {
        if (noise++ % MAX_SENTENCE_BYTES == 0) {
          sink.other(
              Decoded.malformed(
                  Reason.NOISE,
                  "0x" + Foreign.hex(new byte[] {next}, 0, 1) + " between sentences"));
        }
      }
    }
  }

  /** Collects until the sentence ends, is interrupted or is too long. */
  private void assemble(ByteBuffer bytes, FrameOutput sink) {
    byte[] to = sentence;
    int size = length;
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\r' || next == '\n') {
        end(size);
        emit(assembled.fault(size), size, sink);
        return;
      }
      if (next == '$' || next == '!') {
        interrupt(size, next, sink);
        return;
      }
      if (size == MAX_SENTENCE_BYTES) {
        Decoded<Sentence> overlong = Decoded.malformed(Reason.OVERLONG, assembled.quote(size));
        restAsNoise();
        sink.other(overlong);
        return;
      }
      to[size++] = next;
    }
    length = size;
  }

  /** Another sentence begins before this one has ended. */
  private void interrupt(int size, byte next, FrameOutput sink) {
    int block = tagBlockBehind(size);
    Decoded<Sentence> abandoned = interrupted(block);
    begin(next);
    emit(abandoned, block, sink);
    if (block < size) {
      tags.block(sentence, block + 1, size - 1);
    }
  }

  private void tagBlock(byte next, FrameOutput sink) {
    switch (next) {
      case '\\' -> {
        int size = length;
        end(0);
        tags.block(sentence, 1, size);
      }
      case '\r', '\n' -> {
        end(0);
        sink.other(Decoded.malformed(Reason.TRUNCATED, "TAG block without its end"));
      }
      case '$', '!' -> {
        begin(next);
        sink.other(Decoded.malformed(Reason.TRUNCATED, "TAG block without its end"));
      }
      default -> {
        sentence[length++] = next;
        if (length > MAX_TAG_BLOCK_BYTES) {
          restAsNoise();
          sink.other(Decoded.malformed(Reason.OVERLONG, "TAG block without its end"));
        }
      }
    }
  }

  private void begin(byte start) {
    state = State.SENTENCE;
    sentence[0] = start;
    length = 1;
    noise = 0;
  }

  private void end(int at) {
    state = State.BETWEEN;
    length = at;
    noise = 0;
  }

  /** What follows something overlong belongs to it, until the next start or the next 1024 bytes. */
  private void restAsNoise() {
    state = State.BETWEEN;
    noise = 1;
  }

  /**
   * Where the {@code \} of a TAG block stands that follows a sentence without line end, or the end.
   */
  private int tagBlockBehind(int at) {
    if (sentence[at - 1] == '\\') {
      for (int i = at - 2; i > 0; i--) {
        if (sentence[i] == '\\') {
          return i;
        }
      }
    }
    return at;
  }

  /** A sentence that lost its line end is whole if its checksum stands last. */
  private @Nullable Decoded<Sentence> interrupted(int at) {
    if (at == 1) {
      return Decoded.malformed(Reason.NOISE, "a start without a sentence");
    }
    if (at > 3 && sentence[at - 3] == '*') {
      return assembled.fault(at);
    }
    return Decoded.malformed(Reason.TRUNCATED, assembled.quote(at));
  }

  private void emit(@Nullable Decoded<Sentence> fault, int size, FrameOutput sink) {
    if (fault == null) {
      count(size);
      sink.sentence(assembled.fields(), SentenceTable.rowOf(assembled.fields(), assembled.start()));
    } else {
      sink.other(fault);
    }
  }

  /** Takes note of a sound sentence of so many bytes before its line end. */
  private void count(int size) {
    if (size > NORM_SENTENCE_BYTES - LINE_END_BYTES) {
      overlength++;
    }
  }
}
