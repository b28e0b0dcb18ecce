package org.plimsoll.bench.wire;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.Entry;
import org.plimsoll.telemetry.Gap;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vocabulary.Quality;

/**
 * Random and mutated blocks, one by one through the decoder, most with a right checksum, so that
 * the damage gets behind it. Confined to one thread.
 */
final class BlockOrdeal {

  private static final int FIXED_BYTES = 21;
  private static final int CRC_BYTES = 4;
  private static final int LONGEST_NOISE = 400;
  private static final int MOST_CHANGES = 8;

  private final SplittableRandom random;
  private final BlockCodec codec = new BlockCodec();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final List<List<byte[]>> bases = new ArrayList<>();

  private final Map<BlockResult.Refusal, Long> refused = new EnumMap<>(BlockResult.Refusal.class);
  private long read;
  private long thrown;
  private long mostBytesBeside;
  private String firstThrown = "";

  BlockOrdeal(long seed) {
    random = new SplittableRandom(seed);
    Recording recording = FerryRecording.of(seed, Duration.ofMinutes(10));
    for (int seconds : new int[] {1, 10, 60, 600}) {
      List<byte[]> encoded = new ArrayList<>();
      for (Block block : recording.blocks(seconds * 1000L)) {
        encoded.add(codec.encode(encoded.size() % 2 == 0 ? block : marred(block)));
      }
      bases.add(encoded);
    }
    // the classes of the decoder are loaded once, and that is not the cost of a block
    bases.forEach(encoded -> codec.decode(encoded.get(0)));
    threads.getCurrentThreadAllocatedBytes();
  }

  /** The same readings with a gap, a second clock epoch, and what is stale, bad or absent. */
  private Block marred(Block block) {
    List<Entry> entries = new ArrayList<>();
    long sequence = block.first();
    for (Entry entry : block.entries()) {
      Row row = (Row) entry;
      List<Sample> samples = new ArrayList<>();
      for (Sample sample : row.samples()) {
        Quality quality = Quality.values()[random.nextInt(Quality.values().length)];
        boolean odd = random.nextInt(20) == 0;
        samples.add(
            odd
                ? new Sample(
                    sample.channel(),
                    sample.timeMillis(),
                    quality,
                    quality.isUsable() ? sample.value() : OptionalLong.empty())
                : sample);
      }
      if (random.nextInt(10) == 0) {
        entries.add(new Gap(sequence, sequence + 6, 99, GapReason.THINNED));
        sequence += 7;
      }
      entries.add(new Row(sequence++, row.clockEpoch() + entries.size() / 7, samples));
    }
    return new Block(block.stream(), block.channelCount(), block.origin(), entries);
  }

  /** One more block. */
  void next() {
    byte[] bytes = random.nextInt(10) == 0 ? noise() : mutant();
    BlockResult result;
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      result = codec.decode(bytes);
    } catch (RuntimeException undeclared) {
      thrown++;
      if (firstThrown.isEmpty()) {
        firstThrown = undeclared + " from " + HexFormat.of().formatHex(bytes);
      }
      return;
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    mostBytesBeside = Math.max(mostBytesBeside, allocated - bytes.length);
    if (result instanceof BlockResult.Refused no) {
      refused.merge(no.reason(), 1L, Long::sum);
    } else {
      read++;
    }
  }

  private byte[] noise() {
    byte[] bytes = new byte[random.nextInt(LONGEST_NOISE)];
    random.nextBytes(bytes);
    if (bytes.length > FIXED_BYTES + CRC_BYTES && random.nextInt(4) > 0) {
      System.arraycopy(base(), 0, bytes, 0, FIXED_BYTES);
      rightChecksum(bytes);
    }
    return bytes;
  }

  /** Short ones mostly: what is long is mostly like what is short, and takes long. */
  private byte[] base() {
    int dice = random.nextInt(500);
    int kind = dice == 0 ? 3 : dice < 20 ? 2 : dice < 150 ? 1 : 0;
    List<byte[]> encoded = bases.get(kind);
    return encoded.get(random.nextInt(encoded.size()));
  }

  private byte[] mutant() {
    byte[] bytes = base().clone();
    int changes = 1 + random.nextInt(MOST_CHANGES);
    switch (random.nextInt(7)) {
      case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> bytes = spliced(bytes, base());
      case 2 -> {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(16));
        for (int i = from; i < to; i++) {
          bytes[i] = (byte) random.nextInt(256);
        }
      }
      case 3 -> {
        // the numbers of the envelope and the first of the content
        for (int i = 0; i < changes; i++) {
          bytes[FIXED_BYTES - 1 + random.nextInt(20)] = (byte) random.nextInt(256);
        }
      }
      case 4 -> {
        int at = random.nextInt(bytes.length);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + changes);
        System.arraycopy(bytes, at, longer, at + changes, bytes.length - at);
        bytes = longer;
      }
      default -> {
        for (int i = 0; i < changes; i++) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
      }
    }
    if (bytes.length >= CRC_BYTES && random.nextInt(20) > 0) {
      rightChecksum(bytes);
    }
    return bytes;
  }

  private byte[] spliced(byte[] head, byte[] tail) {
    int from = random.nextInt(head.length);
    int to = random.nextInt(tail.length);
    byte[] bytes = Arrays.copyOf(head, from + tail.length - to);
    System.arraycopy(tail, to, bytes, from, tail.length - to);
    return bytes;
  }

  private static void rightChecksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length - CRC_BYTES);
    ByteBuffer.wrap(bytes).putInt(bytes.length - CRC_BYTES, (int) crc.getValue());
  }

  /** Blocks that say something else than they did, or the same. */
  long read() {
    return read;
  }

  Map<BlockResult.Refusal, Long> refused() {
    return refused;
  }

  /** Exceptions out of the decoder, which declares none. */
  long thrown() {
    return thrown;
  }

  /** The first exception and the block; empty without one. */
  String firstThrown() {
    return firstThrown;
  }

  /** Most bytes that the decoder allocated for one block, less the length of the block. */
  long mostBytesBeside() {
    return mostBytesBeside;
  }
}
