package org.plimsoll.protocol.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Unsupported;
import org.plimsoll.protocol.Decoded.Value;

/**
 * What every decoder of a byte stream owes, asked of one input. It uses no library, so that a
 * fuzzer sees the decoder and not the asking.
 *
 * @param <T> what the frames mean
 */
public final class Contract<T> {

  /** Most that a decoder of one line may hold. */
  public static final int MOST_HELD_BYTES = 64 * 1024;

  /** Details are for people: a quotation of 40 characters and some words. */
  private static final int LONGEST_TEXT = 160;

  private static final int MOST_CHUNK = 48;
  private static final int MOST_SLICE = 256 * 1024;

  /** What a busy line gives at a time. */
  private static final int READ = 4096;

  private final Supplier<Subject<T>> fresh;
  private final byte[] good;
  private final int patience;
  private final Decoded<T> meaning;

  /**
   * @param fresh gives decoders that have heard nothing
   * @param good a frame that is read whatever came before
   * @param patience how many of these frames may pass until the last is read, because garbage that
   *     looks like the beginning of a frame swallows what it announces
   */
  public Contract(Supplier<Subject<T>> fresh, byte[] good, int patience) {
    this.fresh = fresh;
    this.good = good;
    this.patience = patience;
    List<Decoded<T>> said = decode(fresh.get(), good);
    if (said.size() != 1 || !(said.get(0) instanceof Value)) {
      throw new IllegalArgumentException("no good frame, for it says " + said);
    }
    meaning = said.get(0);
  }

  /** The decoded stream, when all holds; what does not is an {@link AssertionError}. */
  public List<Decoded<T>> check(byte[] stream) {
    Random random = new Random(Arrays.hashCode(stream));
    Subject<T> whole = fresh.get();
    List<Decoded<T>> said = decode(whole, stream);
    said.forEach(Contract::checkText);
    check(said.size() <= stream.length, "more outcomes than bytes", said);
    checkHeld(whole.decoder());
    checkSame("in chunks", said, chunked(stream, random));

    int cut = random.nextInt(stream.length + 1);
    List<Decoded<T>> head = decode(fresh.get(), Arrays.copyOf(stream, cut));
    check(head.size() <= said.size(), "the first " + cut + " bytes say more", head);
    checkSame("cut at " + cut, said.subList(0, head.size()), head);

    Subject<T> again = fresh.get();
    decode(again, stream);
    again.reset().run();
    checkSame("after a reset", List.of(meaning), decode(again, good));

    checkReadsAgain(whole);
    return said;
  }

  /** The stream with the good frame behind it says the same wherever it is split. */
  int checkEverySplit(byte[] capture) {
    byte[] stream = Arrays.copyOf(capture, capture.length + good.length);
    System.arraycopy(good, 0, stream, capture.length, good.length);
    List<Decoded<T>> whole = decode(fresh.get(), stream);
    for (int split = 0; split <= stream.length; split++) {
      List<Decoded<T>> said = new ArrayList<>();
      Subject<T> subject = fresh.get();
      feed(subject, stream, 0, split, said);
      feed(subject, stream, split, stream.length, said);
      checkSame("split at " + split, whole, said);
    }
    List<Decoded<T>> said = new ArrayList<>();
    Subject<T> subject = fresh.get();
    for (int at = 0; at < stream.length; at++) {
      feed(subject, stream, at, at + 1, said);
    }
    checkSame("byte by byte", whole, said);
    return whole.size();
  }

  /** What came of a long noise. */
  record Endured(long bytes, long outcomes, long mostHeldBytes) {}

  /**
   * Feeds noise of every kind in turn, in slices of random length: nothing is thrown, the memory
   * stays within its bound, and behind each slice the good frame is read.
   */
  Endured endure(long bytes, long seed) {
    Random random = new Random(seed);
    Subject<T> subject = fresh.get();
    ByteBuffer line = ByteBuffer.allocate(READ);
    Noise[] kinds = Noise.values();
    byte[][] slices = new byte[kinds.length][];
    Arrays.setAll(slices, i -> kinds[i].of(MOST_SLICE, random, good));
    long[] outcomes = new long[1];
    long fed = 0;
    long most = 0;
    for (int turn = 0; fed < bytes; turn++) {
      Noise kind = kinds[turn % kinds.length];
      byte[] slice = slices[turn % kinds.length];
      int begin = random.nextInt(slice.length);
      for (int from = begin; from < slice.length; from += READ) {
        ByteBuffer read = line.clear();
        read.put(slice, from, Math.min(READ, slice.length - from)).flip();
        subject.feed().feed(read, said -> outcomes[0]++);
        check(!read.hasRemaining(), "left bytes behind", kind);
        boolean measured = (from - begin) % (READ * 8) == 0;
        most = measured ? Math.max(most, HeldMemory.of(subject.decoder())) : most;
      }
      fed += slice.length - begin;
      most = Math.max(most, HeldMemory.of(subject.decoder()));
      check(most <= MOST_HELD_BYTES, "holds " + most + " bytes after " + fed + " of", kind);
      checkReadsAgain(subject);
      outcomes[0]++;
    }
    return new Endured(fed, outcomes[0], most);
  }

  private void checkReadsAgain(Subject<T> subject) {
    List<Decoded<T>> after = List.of();
    for (int i = 0; i < patience; i++) {
      after = decode(subject, good);
      if (!after.isEmpty() && after.get(after.size() - 1).equals(meaning)) {
        return;
      }
    }
    check(false, "the good frame is not read after garbage", after);
  }

  /** What a decoder says to a stream in one piece; it must take all of it. */
  static <T> List<Decoded<T>> decode(Subject<T> subject, byte[] stream) {
    List<Decoded<T>> said = new ArrayList<>();
    feed(subject, stream, 0, stream.length, said);
    return said;
  }

  private static <T> void feed(
      Subject<T> subject, byte[] stream, int from, int to, List<Decoded<T>> said) {
    ByteBuffer bytes = ByteBuffer.wrap(stream, from, to - from);
    subject.feed().feed(bytes, said::add);
    check(!bytes.hasRemaining(), "left bytes behind", said);
  }

  private List<Decoded<T>> chunked(byte[] stream, Random random) {
    List<Decoded<T>> said = new ArrayList<>();
    Subject<T> subject = fresh.get();
    int most = 1 + random.nextInt(MOST_CHUNK);
    int from = 0;
    while (from < stream.length) {
      int to = Math.min(stream.length, from + 1 + random.nextInt(most));
      feed(subject, stream, from, to, said);
      from = to;
    }
    return said;
  }

  static void checkHeld(Object decoder) {
    long held = HeldMemory.of(decoder);
    check(held <= MOST_HELD_BYTES, "holds " + held + " bytes", decoder.getClass());
  }

  /** Foreign text is quoted: short and printable. */
  static void checkText(Decoded<?> decoded) {
    String text = "";
    if (decoded instanceof Unsupported<?> unsupported) {
      text = unsupported.what();
    } else if (decoded instanceof Malformed<?> malformed) {
      text = malformed.detail();
    }
    check(text.length() <= LONGEST_TEXT, "a long text", text);
    check(text.chars().allMatch(c -> c >= ' ' && c <= '~'), "an unprintable text", text);
  }

  static void checkSame(String when, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(when + "\n  expected " + expected + "\n  but was  " + actual);
    }
  }

  static void check(boolean holds, String what, Object shown) {
    if (!holds) {
      String text =
          shown instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(shown);
      throw new AssertionError(what + ": " + text);
    }
  }
}
