package org.plimsoll.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.BlockResult.Good;
import org.plimsoll.telemetry.BlockResult.Refusal;
import org.plimsoll.telemetry.BlockResult.Refused;
import org.plimsoll.vocabulary.Quality;

/**
 * Reads one block from bytes that nobody vouches for. The first thing that is wrong is kept; every
 * read after it gives 0 and every loop ends. Confined to the caller; used once.
 */
final class BlockReader {

  private static final int HEADER_BYTES = 21;
  private static final int CRC_BYTES = 4;

  /** The shortest sample: its channel and its time; without a value. */
  private static final int MIN_SAMPLE_BYTES = 2;

  private static final Quality[] QUALITIES = Quality.values();
  private static final DataOrigin[] ORIGINS = DataOrigin.values();
  private static final GapReason[] GAP_REASONS = GapReason.values();

  private final byte[] bytes;
  private final int end;
  private int at;
  private @Nullable Refused refused;

  private int channelCount;
  private long timeUnitMillis = 1;
  private long[] previousValue = {};
  private long previousTime;
  private long previousEpoch;
  private int samplesLeft = Block.MAX_SAMPLES;

  BlockReader(byte[] bytes) {
    this.bytes = bytes;
    this.end = bytes.length - CRC_BYTES;
  }

  BlockResult read() {
    checkEnvelope();
    if (refused != null) {
      return refused;
    }
    at = BlockWriter.MAGIC.length + 1;
    StreamId stream = StreamId.of(fixed64(), fixed64());
    int origin = bytes[at++] & 0xff;
    if (origin >= ORIGINS.length) {
      refuse("origin " + origin);
    }
    channelCount = (int) bounded("channel count", 0, ChannelTable.MAX_CHANNELS);
    timeUnitMillis = bounded("time unit", 1, Sample.MAX_TIME_MILLIS);
    long first = bounded("first sequence", 1, Long.MAX_VALUE - 1);
    int entryCount = (int) bounded("entry count", 1, Block.MAX_ENTRIES);
    previousValue = new long[channelCount];
    List<Entry> entries = readEntries(first, entryCount);
    if (refused == null && at != end) {
      refuse((end - at) + " bytes after the last entry");
    }
    if (refused != null) {
      return refused;
    }
    return new Good(new Block(stream, channelCount, ORIGINS[origin], entries));
  }

  private void checkEnvelope() {
    if (bytes.length > BlockCodec.MAX_BYTES) {
      refuse(Refusal.OVERLONG, bytes.length + " bytes");
      return;
    }
    for (int i = 0; i < Math.min(bytes.length, BlockWriter.MAGIC.length); i++) {
      if (bytes[i] != BlockWriter.MAGIC[i]) {
        refuse(Refusal.NOT_A_BLOCK, String.format("byte %d is 0x%02x", i, bytes[i]));
        return;
      }
    }
    if (bytes.length < HEADER_BYTES + CRC_BYTES) {
      refuse(Refusal.TRUNCATED, bytes.length + " bytes");
      return;
    }
    int version = bytes[BlockWriter.MAGIC.length] & 0xff;
    if (version != BlockCodec.VERSION) {
      refuse(Refusal.UNKNOWN_VERSION, "version " + version);
      return;
    }
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, end);
    at = end;
    long stored = fixed32();
    if (stored != crc.getValue()) {
      refuse(Refusal.CHECKSUM, String.format("stored %08x, computed %08x", stored, crc.getValue()));
    }
  }

  private List<Entry> readEntries(long firstSequence, int entryCount) {
    List<Entry> entries = new ArrayList<>();
    long sequence = firstSequence;
    for (int i = 0; i < entryCount && refused == null; i++) {
      long kind = varint();
      Entry entry = null;
      if (kind == BlockWriter.ENTRY_ROW) {
        entry = readRow(sequence);
      } else if (kind == BlockWriter.ENTRY_GAP) {
        entry = readGap(sequence);
      } else {
        refuse("entry of kind " + kind);
      }
      if (entry == null || refused != null) {
        break;
      }
      entries.add(entry);
      sequence = entry.last() + 1;
      if (sequence == Long.MAX_VALUE && i < entryCount - 1) {
        refuse("sequence beyond its range");
      }
    }
    return entries;
  }

  private @Nullable Row readRow(long sequence) {
    long epoch = previousEpoch + unzigzag(varint());
    if (epoch < 0 || epoch > Integer.MAX_VALUE) {
      refuse("clock epoch " + epoch);
    }
    previousEpoch = epoch;
    int mostThatFit = Math.min(samplesLeft, Math.max(0, end - at) / MIN_SAMPLE_BYTES);
    int count = (int) bounded("sample count", 0, Math.min(Row.MAX_SAMPLES, mostThatFit));
    samplesLeft -= count;
    List<Sample> samples = new ArrayList<>(count);
    for (int i = 0; i < count && refused == null; i++) {
      Sample sample = readSample();
      if (sample != null) {
        samples.add(sample);
      }
    }
    return refused == null ? new Row(sequence, (int) epoch, samples) : null;
  }

  private @Nullable Sample readSample() {
    long flags = varint();
    long channel = flags >>> BlockWriter.SAMPLE_FLAG_BITS;
    int quality = (int) (flags >> 1) & 7;
    boolean hasValue = (flags & 1) == 1;
    long time = previousTime + unzigzag(varint());
    previousTime = time;
    if (channel >= channelCount) {
      refuse("channel " + channel + " of " + channelCount);
    } else if (quality >= QUALITIES.length) {
      refuse("quality " + quality);
    } else if (!hasValue && QUALITIES[quality].isUsable()) {
      refuse(QUALITIES[quality] + " without a value");
    } else if (time < 0 || time > Sample.MAX_TIME_MILLIS / timeUnitMillis) {
      refuse("time " + time + " of unit " + timeUnitMillis + " ms");
    }
    if (refused != null) {
      return null;
    }
    OptionalLong value = OptionalLong.empty();
    if (hasValue) {
      long steps = previousValue[(int) channel] + unzigzag(varint());
      previousValue[(int) channel] = steps;
      value = OptionalLong.of(steps);
    }
    return new Sample((int) channel, time * timeUnitMillis, QUALITIES[quality], value);
  }

  private @Nullable Gap readGap(long sequence) {
    long length = bounded("length of a gap", 0, Long.MAX_VALUE - 1 - sequence);
    long readings = bounded("readings of a gap", 0, Long.MAX_VALUE);
    int reason = (int) bounded("reason of a gap", 0, GAP_REASONS.length - 1);
    return refused == null
        ? new Gap(sequence, sequence + length, readings, GAP_REASONS[reason])
        : null;
  }

  /** A number from {@code min} to {@code max}; refuses and gives {@code min} otherwise. */
  private long bounded(String what, long min, long max) {
    long value = varint();
    if (value < min || value > max) {
      refuse(what + " " + Long.toUnsignedString(value) + ", allowed " + min + " to " + max);
      return min;
    }
    return value;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (at >= end) {
        refuse(Refusal.TRUNCATED, "number at byte " + at);
        return 0;
      }
      int b = bytes[at++];
      if (shift == 63 && (b & 0xff) > 1) {
        break;
      }
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    refuse("number of more than 64 bits before byte " + at);
    return 0;
  }

  private static long unzigzag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }

  private long fixed64() {
    return fixed32() << 32 | fixed32();
  }

  private long fixed32() {
    long value = 0;
    for (int i = 0; i < 4; i++) {
      value = value << 8 | bytes[at++] & 0xff;
    }
    return value;
  }

  private void refuse(String detail) {
    refuse(Refusal.CONTENT, detail);
  }

  private void refuse(Refusal reason, String detail) {
    if (refused == null) {
      refused = new Refused(reason, detail);
    }
  }
}
