package org.plimsoll.protocol.nmea0183;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

  private static final int ADDRESS_LENGTH = 5;
  private static final int LINE_END_BYTES = 2;
  private static final int RMC = SentenceTable.code('R', 'M', 'C');
  private static final int VDM = SentenceTable.code('V', 'D', 'M');
  private static final int VDO = SentenceTable.code('V', 'D', 'O');

  private enum State {
    BETWEEN,
    SENTENCE,
    TAG_BLOCK
  }

  private final ChecksumPolicy policy;
  private final TagBlockSink tags;
  private final byte[] sentence = new byte[MAX_SENTENCE_BYTES];
  private final Fields fields = new Fields(sentence);
  private final Fields direct = new Fields(sentence);
  private final FrameOutput.ToReadings readings = new FrameOutput.ToReadings();
  private State state = State.BETWEEN;

  /** Bytes of the sentence or TAG block at hand. */
  private int length;

  /** How the sentence began that was judged last: {@code $} or {@code !}. */
  private byte start;

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
    this.policy = policy;
    this.tags = tags;
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
    sink.sentence(direct, rowOf(direct, first));
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
          sink.other(Decoded.malformed(Reason.NOISE, "0x" + hex(next) + " between sentences"));
        }
      }
    }
  }

  /** Collects until the sentence ends or is interrupted; the hot loop. */
  private void assemble(ByteBuffer bytes, FrameOutput sink) {
    int at = length;
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\r' || next == '\n') {
        end(at);
        Decoded<Sentence> fault = judge(at);
        emit(fault, at, sink);
        return;
      }
      if (next == '$' || next == '!') {
        int block = tagBlockBehind(at);
        Decoded<Sentence> abandoned = interrupted(block);
        begin(next);
        emit(abandoned, block, sink);
        if (block < at) {
          tags.block(sentence, block + 1, at - 1);
        }
        return;
      }
      if (at == MAX_SENTENCE_BYTES) {
        Decoded<Sentence> overlong = Decoded.malformed(Reason.OVERLONG, quote(at));
        restAsNoise();
        sink.other(overlong);
        return;
      }
      sentence[at++] = next;
    }
    length = at;
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
      return judge(at);
    }
    return Decoded.malformed(Reason.TRUNCATED, quote(at));
  }

  private void emit(@Nullable Decoded<Sentence> fault, int size, FrameOutput sink) {
    if (fault == null) {
      count(size);
      sink.sentence(fields, rowOf(fields, start));
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

  /** Why the assembled sentence cannot be trusted, or null. */
  private @Nullable Decoded<Sentence> judge(int at) {
    fields.split(at);
    start = sentence[0];
    boolean unchecked = fields.bodyEnd() == at;
    if (!unchecked && !checksumHolds(fields.bodyEnd() + 1, at)) {
      return Decoded.malformed(Reason.CHECKSUM, quote(at) + " sums to " + hex((byte) fields.sum()));
    }
    if (unchecked && policy == ChecksumPolicy.REQUIRED) {
      return Decoded.malformed(Reason.CHECKSUM, "none in " + quote(at));
    }
    if (fields.length(0) == 0 || unchecked && !(addressIsSound() && isPrintable(at))) {
      return Decoded.malformed(Reason.SYNTAX, quote(at));
    }
    if (unchecked && policy != ChecksumPolicy.NEVER_SENT && alwaysHasChecksum(fields)) {
      return Decoded.malformed(Reason.CHECKSUM, "none in " + quote(at));
    }
    return null;
  }

  private static boolean alwaysHasChecksum(Fields fields) {
    if (fields.length(0) != ADDRESS_LENGTH || fields.charAt(0, 0) == 'P') {
      return false;
    }
    int code = fields.formatterCode();
    return code == RMC || code == VDM || code == VDO;
  }

  private static SentenceTable.@Nullable Row<?> rowOf(Fields fields, byte start) {
    if (fields.charAt(0, 0) == 'P') {
      return SentenceTable.proprietary(fields);
    }
    if (fields.length(0) != ADDRESS_LENGTH || !fields.talkerIsShown()) {
      return null;
    }
    int code = fields.formatterCode();
    boolean encapsulated = code == VDM || code == VDO;
    return encapsulated == (start == '!') ? SentenceTable.rowOf(code) : null;
  }

  /**
   * Two digits of either case; or one, if the device drops a leading zero and the value holds. What
   * follows, such as a receiver's remarks, is ignored; but not another digit, nor another {@code
   * *}, for then this one is a damaged byte of the body.
   */
  private boolean checksumHolds(int from, int to) {
    int first = from < to ? Character.digit(sentence[from], 16) : -1;
    int second = from + 1 < to ? Character.digit(sentence[from + 1], 16) : -1;
    int rest = second < 0 ? from + 1 : from + 2;
    if (first < 0 || fields.sum() != (second < 0 ? first : first << 4 | second)) {
      return false;
    }
    for (int i = rest; i < to; i++) {
      if (sentence[i] == '*') {
        return false;
      }
    }
    return rest >= to || !Character.isLetterOrDigit(sentence[rest]);
  }

  /**
   * Talker and formatter, or P and a maker: capitals and digits. Asked only where no checksum
   * vouches for the sentence; real devices send stranger addresses.
   */
  private boolean addressIsSound() {
    int size = fields.length(0);
    for (int i = 0; i < size; i++) {
      char c = fields.charAt(0, i);
      if (!(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')) {
        return false;
      }
    }
    return size == ADDRESS_LENGTH || size >= 2 && size <= 12 && fields.charAt(0, 0) == 'P';
  }

  private boolean isPrintable(int at) {
    for (int i = 0; i < at; i++) {
      if (sentence[i] < ' ' || sentence[i] > '~') {
        return false;
      }
    }
    return true;
  }

  private String quote(int at) {
    return Foreign.quote(new String(sentence, 0, at, StandardCharsets.ISO_8859_1));
  }

  private static String hex(byte value) {
    return Foreign.hex(new byte[] {value}, 0, 1);
  }
}
