package org.plimsoll.protocol.proof;

import java.util.Map;

/**
 * Feeds every decoder with megabytes of every kind of garbage and prints what it held at most.
 *
 * <p>Arguments: the megabytes for each decoder.
 */
public final class NoiseProof {

  private static final int MEGABYTE = 1_000_000;
  private static final long SEED = 20261121;

  private NoiseProof() {}

  public static void main(String[] arguments) {
    long bytes = Long.parseLong(arguments[0]) * MEGABYTE;
    long most = 0;
    Map<String, Contract<?>> lines = Lines.all();
    for (Map.Entry<String, Contract<?>> line : lines.entrySet()) {
      Contract.Endured endured = line.getValue().endure(bytes, SEED);
      most = Math.max(most, endured.mostHeldBytes());
      System.out.printf(
          "%-22s %4d MB, %9d outcomes, at most %5d bytes held%n",
          line.getKey(), endured.bytes() / MEGABYTE, endured.outcomes(), endured.mostHeldBytes());
    }
    System.out.printf(
        "%d decoders, %s MB of noise each: nothing thrown, at most %d bytes held, the good frame read"
            + " behind each kind%n",
        lines.size(), arguments[0], most);
  }
}
