package org.plimsoll.protocol.proof;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Value;

/**
 * Something that a fuzzer asks.
 *
 * @param name in lower case with hyphens
 * @param start gives the check, which throws an {@link AssertionError} when an input shows a
 *     defect; apart from the name, so that a fuzzer loads the classes of one target only
 * @param seeds inputs to begin with
 */
public record Target(String name, Supplier<Consumer<byte[]>> start, Supplier<List<byte[]>> seeds) {

  /** A decoder of a byte stream: the contract, and what its values owe besides. */
  static <T> Target stream(
      String name,
      Supplier<Contract<T>> contract,
      Consumer<T> values,
      Supplier<List<byte[]>> seeds) {
    return settings(name, () -> List.of(contract.get()), values, seeds);
  }

  /** Several settings of a decoder; the first byte chooses one, the stream follows it. */
  static <T> Target settings(
      String name,
      Supplier<List<Contract<T>>> contracts,
      Consumer<T> values,
      Supplier<List<byte[]>> seeds) {
    return new Target(
        name,
        () -> {
          List<Contract<T>> known = contracts.get();
          return known.size() == 1
              ? input -> check(known.get(0), values, input)
              : input -> choose(known, values, input);
        },
        () -> {
          int settings = contracts.get().size();
          return settings == 1 ? seeds.get() : inEachSetting(settings, seeds.get());
        });
  }

  private static <T> void choose(List<Contract<T>> known, Consumer<T> values, byte[] input) {
    if (input.length > 0) {
      Contract<T> chosen = known.get((input[0] & 0xFF) % known.size());
      check(chosen, values, Arrays.copyOfRange(input, 1, input.length));
    }
  }

  private static <T> void check(Contract<T> contract, Consumer<T> values, byte[] stream) {
    for (Decoded<T> said : contract.check(stream)) {
      if (said instanceof Value<T> value) {
        values.accept(value.value());
      }
    }
  }

  private static List<byte[]> inEachSetting(int settings, List<byte[]> seeds) {
    return IntStream.range(0, settings)
        .boxed()
        .flatMap(setting -> seeds.stream().map(seed -> behind(setting, seed)))
        .toList();
  }

  private static byte[] behind(int setting, byte[] seed) {
    byte[] input = new byte[seed.length + 1];
    input[0] = (byte) setting;
    System.arraycopy(seed, 0, input, 1, seed.length);
    return input;
  }
}
