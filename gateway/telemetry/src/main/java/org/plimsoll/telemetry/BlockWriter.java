package org.plimsoll.telemetry;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32C;
import org.plimsoll.vocabulary.Quality;

/** Writes one block. Confined to the caller; used once. */
final class BlockWriter {

  static final byte[] MAGIC = {'P', 'L', 'B'};
  static final int ENTRY_ROW = 0;
  static final int ENTRY_GAP = 1;

  /** Bits below the channel in a sample's first number: three of quality, one "has a value". */
  static final int SAMPLE_FLAG_BITS = 4;

  private final Block block;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
  private final long[] previousValue;
  private final long timeUnitMillis;
  private long previousTime;
  private int previousEpoch;

  BlockWriter(Block block) {
    this.block = block;
    this.previousValue = new long[block.channelCount()];
    this.timeUnitMillis = timeUnitMillis(block);
  }

  byte[] write() {
    out.writeBytes(MAGIC);
    out.write(BlockCodec.VERSION);
    fixed64(block.stream().high());
    fixed64(block.stream().low());
    out.write(block.origin().ordinal());
    varint(block.channelCount());
    varint(timeUnitMillis);
    varint(block.first());
    varint(block.entries().size());
    for (Entry entry : block.entries()) {
      if (entry instanceof Row row) {
        writeRow(row);
      } else if (entry instanceof Gap gap) {
        writeGap(gap);
      } else {
        throw new AssertionError(entry);
      }
    }
    CRC32C crc = new CRC32C();
    byte[] body = out.toByteArray();
    crc.update(body, 0, body.length);
    fixed32((int) crc.getValue());
    return out.toByteArray();
  }

  private void writeRow(Row row) {
    varint(ENTRY_ROW);
    varint(zigzag(row.clockEpoch() - previousEpoch));
    previousEpoch = row.clockEpoch();
    varint(row.samples().size());
    for (Sample sample : row.samples()) {
      writeSample(sample);
    }
  }

  private void writeSample(Sample sample) {
    boolean hasValue = sample.value().isPresent();
    Quality quality = sample.quality();
    varint(
        ((long) sample.channel() << SAMPLE_FLAG_BITS)
            | quality.ordinal() << 1
            | (hasValue ? 1 : 0));
    long time = sample.timeMillis() / timeUnitMillis;
    varint(zigzag(time - previousTime));
    previousTime = time;
    if (hasValue) {
      long value = sample.value().getAsLong();
      // wraps around for extreme values, and wraps back when read
      varint(zigzag(value - previousValue[sample.channel()]));
      previousValue[sample.channel()] = value;
    }
  }

  private void writeGap(Gap gap) {
    varint(ENTRY_GAP);
    varint(gap.last() - gap.first());
    varint(gap.readings());
    varint(gap.reason().ordinal());
  }

  /** The greatest common divisor of all times, so that the deltas are small. */
  private static long timeUnitMillis(Block block) {
    long unit = 0;
    for (Entry entry : block.entries()) {
      if (entry instanceof Row row) {
        for (Sample sample : row.samples()) {
          unit = greatestCommonDivisor(sample.timeMillis(), unit);
        }
      }
    }
    return unit == 0 ? 1 : unit;
  }

  private static long greatestCommonDivisor(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }

  static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private void fixed64(long value) {
    fixed32((int) (value >>> 32));
    fixed32((int) value);
  }

  private void fixed32(int value) {
    out.write(value >>> 24);
    out.write(value >>> 16);
    out.write(value >>> 8);
    out.write(value);
  }
}
