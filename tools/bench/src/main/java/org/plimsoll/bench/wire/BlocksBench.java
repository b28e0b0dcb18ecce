package org.plimsoll.bench.wire;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.plimsoll.bench.revision.Revision;

/**
 * {@code bench blocks}: random and mutated blocks through the decoder.
 *
 * <p>Confined to its caller's thread.
 */
public final class BlocksBench {

  /** Most that the decoder may allocate beside the block's own size. */
  static final long MAX_BYTES_BESIDE = 1_000_000;

  /**
   * @param count how many blocks, at least 1.
   * @param seed of every block.
   */
  public record Options(long count, long seed) {

    public static Options defaults() {
      return new Options(1_000_000, 1);
    }
  }

  private final Options options;
  private final Path home;

  /**
   * @param home the tree that this was built from, for the commit in the output.
   */
  public BlocksBench(Options options, Path home) {
    this.options = options;
    this.home = home;
  }

  /** Runs and prints one line; 1 if something was thrown or a block cost too much memory. */
  public int run(PrintStream out) throws InterruptedException {
    BlockOrdeal ordeal = new BlockOrdeal(options.seed());
    for (long i = 0; i < options.count(); i++) {
      ordeal.next();
    }
    boolean frugal = ordeal.mostBytesBeside() <= MAX_BYTES_BESIDE;
    boolean well = frugal && ordeal.thrown() == 0;
    out.printf(
        Locale.ROOT,
        "bench blocks: %d blocks, seed %d, commit %s: read %d, refused %s, thrown %d,"
            + " at most %.3f MB beside a block's own size, limit %.0f: %s%n",
        options.count(),
        options.seed(),
        Revision.of(home),
        ordeal.read(),
        ordeal.refused(),
        ordeal.thrown(),
        ordeal.mostBytesBeside() / 1e6,
        MAX_BYTES_BESIDE / 1e6,
        well ? "ok" : frugal ? "THROWN" : "TOO MUCH");
    if (!ordeal.firstThrown().isEmpty()) {
      out.println(ordeal.firstThrown());
    }
    return well ? 0 : 1;
  }
}
