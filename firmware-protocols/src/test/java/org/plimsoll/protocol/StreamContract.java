package org.plimsoll.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.plimsoll.protocol.Decoded.Value;

/**
 * What every decoder of a byte stream owes: the same output in any chunking, no exception and no
 * invention from damaged input, and the next good frame read after any garbage.
 */
public final class StreamContract<T> {

  /** A decoder's way to take bytes. */
  @FunctionalInterface
  public interface Feed<T> {
    void feed(ByteBuffer bytes, Consumer<Decoded<T>> sink);
  }

  /** A megabyte, and always the same one. */
  private static final int NOISE_BYTES = 1 << 20;

  private static final long NOISE_SEED = 20260717;

  private final Supplier<Feed<T>> decoder;

  public StreamContract(Supplier<Feed<T>> decoder) {
    this.decoder = decoder;
  }

  public List<Decoded<T>> decode(byte[]... chunks) {
    List<Decoded<T>> decoded = new ArrayList<>();
    Feed<T> feed = decoder.get();
    for (byte[] chunk : chunks) {
      ByteBuffer bytes = ByteBuffer.wrap(chunk);
      feed.feed(bytes, decoded::add);
      assertThat(bytes.hasRemaining()).isFalse();
    }
    return decoded;
  }

  public List<T> values(byte[]... chunks) {
    return values(decode(chunks));
  }

  public void assertSameInEveryChunking(byte[] stream) {
    List<Decoded<T>> whole = decode(stream);
    assertThat(whole).isNotEmpty();
    for (int split = 0; split <= stream.length; split++) {
      byte[] head = Arrays.copyOfRange(stream, 0, split);
      byte[] tail = Arrays.copyOfRange(stream, split, stream.length);
      assertThat(decode(head, tail)).as("split at %d", split).isEqualTo(whole);
    }
    byte[][] single = new byte[stream.length][];
    for (int i = 0; i < stream.length; i++) {
      single[i] = new byte[] {stream[i]};
    }
    assertThat(decode(single)).as("byte by byte").isEqualTo(whole);
  }

  /** Every prefix gives the beginning of what the whole gives. */
  public void assertSurvivesTruncation(byte[] stream) {
    List<Decoded<T>> whole = decode(stream);
    for (int end = 0; end <= stream.length; end++) {
      List<Decoded<T>> prefix = decode(Arrays.copyOfRange(stream, 0, end));
      assertThat(prefix).as("first %d bytes", end).isEqualTo(whole.subList(0, prefix.size()));
    }
  }

  /** With one bit flipped anywhere, nothing is said that the sound stream does not say. */
  public void assertInventsNothingFromFlippedBits(byte[] stream) {
    List<T> sound = values(stream);
    for (int bit = 0; bit < 8 * stream.length; bit++) {
      byte[] damaged = stream.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      List<T> invented = new ArrayList<>(values(damaged));
      invented.removeAll(sound);
      assertThat(invented).as("bit %d flipped", bit).isEmpty();
    }
  }

  /** After a megabyte of random bytes the frame is read; what came before is counted in bounds. */
  public void assertReadsAfterNoise(byte[] goodFrame, T value) {
    byte[] noise = new byte[NOISE_BYTES];
    new Random(NOISE_SEED).nextBytes(noise);
    List<Decoded<T>> decoded = decode(noise, goodFrame);
    assertThat(decoded.get(decoded.size() - 1)).isEqualTo(Decoded.value(value));
    assertThat(decoded).hasSizeBetween(2, NOISE_BYTES / 32);
  }

  private static <T> List<T> values(List<Decoded<T>> decoded) {
    List<T> values = new ArrayList<>();
    for (Decoded<T> one : decoded) {
      if (one instanceof Value<T> value) {
        values.add(value.value());
      }
    }
    return values;
  }
}
