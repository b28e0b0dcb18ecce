package org.plimsoll.telemetry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.BlockResult.Good;
import org.plimsoll.telemetry.BlockResult.Refusal;
import org.plimsoll.telemetry.BlockResult.Refused;

/**
 * Reads one block from bytes that nobody vouches for. The first thing that is wrong is kept; every
 * read behind the end gives 0 and every loop ends. Confined to the caller; used once.
 */
final class BlockReader {

  private static final DataOrigin[] ORIGINS = DataOrigin.values();
  private static final GapReason[] GAP_REASONS = GapReason.values();
  private static final int[] NO_SAMPLES = {0};

  private final byte[] bytes;
  private final Objection objection = new Objection();
  private final int end;
  private final BitReader bits;

  private int channelCount;
  private int[] epochs = {};
  private int[] rowStart = NO_SAMPLES;
  private PackedSamples.@Nullable Columns samples;

  BlockReader(byte[] bytes) {
    this.bytes = bytes;
    this.end = Math.max(0, bytes.length - BlockEnvelope.CRC_BYTES);
    this.bits = new BitReader(bytes, end);
  }

  BlockResult read() {
    BlockEnvelope.Opened opened = BlockEnvelope.open(bytes);
    BlockEnvelope envelope = opened.envelope();
    if (envelope == null) {
      Refused refused = opened.refused();
      return refused == null ? new Refused(Refusal.NOT_A_BLOCK, "") : refused;
    }
    String version = "version " + envelope.major() + "." + envelope.minor();
    if (envelope.major() != BlockCodec.MAJOR) {
      return new Refused(Refusal.UNKNOWN_VERSION, version);
    }
    Block block = null;
    if (envelope.origin() >= ORIGINS.length) {
      objection.content("origin " + envelope.origin());
    } else {
      bits.seek(opened.contentByte() * Byte.SIZE);
      block = readContent(envelope);
    }
    Refused refused = objection.first();
    if (block != null && refused == null) {
      return new Good(block);
    }
    if (refused == null) {
      throw new AssertionError("neither a block nor a reason");
    }
    boolean later = envelope.minor() > BlockCodec.MINOR;
    return later
        ? new Refused(Refusal.UNKNOWN_VERSION, version + ": " + refused.detail())
        : refused;
  }

  private @Nullable Block readContent(BlockEnvelope envelope) {
    List<Gap> gaps = new ArrayList<>();
    long rows = readGaps(envelope.range(), gaps);
    if (rows + gaps.size() > Block.MAX_ENTRIES) {
      objection.content(rows + " rows and " + gaps.size() + " gaps");
    }
    long channels = bits.number();
    if (channels > ChannelTable.MAX_CHANNELS) {
      objection.content(channels + " channels");
    }
    channelCount = (int) channels;
    if (!objection.isRaised() && rows > 0) {
      readRows((int) rows);
    }
    if (!objection.isRaised()) {
      checkEnd();
    }
    if (objection.isRaised()) {
      return null;
    }
    return new Block(
        envelope.stream(),
        channelCount,
        ORIGINS[envelope.origin()],
        entries(envelope.range(), gaps, (int) rows));
  }

  /** How many sequence numbers no gap stands for. */
  private long readGaps(Range range, List<Gap> gaps) {
    long count = bits.rice(0);
    if (count < 0 || count > Block.MAX_ENTRIES) {
      objection.content(Long.toUnsignedString(count) + " gaps");
      return 0;
    }
    long next = range.first();
    long rows = 0;
    for (int i = 0; i < count && !bits.isBeyond(); i++) {
      long left = range.last() - next + 1;
      long rowsBefore = bits.number();
      long more = bits.number();
      long readings = bits.number();
      long reason = bits.rice(0);
      if (rowsBefore >= left || more >= left - rowsBefore) {
        objection.content("gap of " + more + " and one after " + rowsBefore + " of " + left);
        return 0;
      }
      if (reason < 0 || reason >= GAP_REASONS.length) {
        objection.content("gap for reason " + Long.toUnsignedString(reason));
        return 0;
      }
      long first = next + rowsBefore;
      gaps.add(new Gap(first, first + more, readings, GAP_REASONS[(int) reason]));
      rows += rowsBefore;
      next = first + more + 1;
    }
    return rows + (range.last() - next + 1);
  }

  private void readRows(int rows) {
    epochs = new int[rows];
    Symbols symbols = new Symbols(bits);
    long epoch = bits.number();
    symbols.begin(rows - 1);
    for (int r = 0; r < rows; r++) {
      epoch += r == 0 ? 0 : symbols.nextSigned();
      if (epoch < 0 || epoch > Integer.MAX_VALUE) {
        objection.content("clock epoch " + epoch);
        return;
      }
      epochs[r] = (int) epoch;
    }
    rowStart = new int[rows + 1];
    long columns = bits.number();
    if (columns > channelCount) {
      objection.content(columns + " columns of " + channelCount + " channels");
    } else if (symbols.isMalformed()) {
      objection.content("coding of the clock epochs");
    } else if (columns > 0 && !bits.isBeyond()) {
      readColumns(rows, (int) columns);
    }
  }

  private void readColumns(int rows, int columns) {
    BitReader[] again = {new BitReader(bytes, end), new BitReader(bytes, end)};
    TimeReader times = new TimeReader(objection, bits, again, rows, columns);
    times.read(channelCount);
    int total = 0;
    int[] rowSamples = times.rowSamples();
    for (int r = 0; r < rows && !objection.isRaised(); r++) {
      rowStart[r] = total;
      total += rowSamples[r];
      if (total > Block.MAX_SAMPLES) {
        objection.content(total + " samples up to row " + r);
      }
    }
    rowStart[rows] = total;
    if (!objection.isRaised()) {
      samples = new ValueReader(objection, bits, times, columns, rowStart).read();
    }
  }

  private void checkEnd() {
    int left = end * Byte.SIZE - bits.position();
    if (left < 0) {
      objection.raise(Refusal.TRUNCATED, -left + " bits are missing");
    } else if (left >= Byte.SIZE || bits.bits(left) != 0) {
      objection.content(left + " bits after the content");
    }
  }

  private List<Entry> entries(Range range, List<Gap> gaps, int rows) {
    Entry[] entries = new Entry[rows + gaps.size()];
    int gap = 0;
    int row = 0;
    long sequence = range.first();
    for (int i = 0; i < entries.length; i++) {
      if (gap < gaps.size() && gaps.get(gap).first() == sequence) {
        entries[i] = gaps.get(gap++);
      } else {
        entries[i] = new Row(sequence, epochs[row], rowSamples(row));
        row++;
      }
      sequence = entries[i].last() + 1;
    }
    return List.of(entries);
  }

  private List<Sample> rowSamples(int row) {
    return samples == null
        ? List.of()
        : new PackedSamples(samples, rowStart[row], rowStart[row + 1]);
  }
}
