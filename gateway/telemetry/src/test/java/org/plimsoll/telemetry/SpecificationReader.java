package org.plimsoll.telemetry;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * A second reader of blocks, written from docs/block-format.md alone and slowly: it shares no code
 * with the product and holds every number as text of bits. It gives one line per gap, row and
 * sample, and throws on what is no block.
 */
final class SpecificationReader {

  private static final String[] ORIGINS = {"LIVE", "SIMULATED", "REPLAYED"};
  private static final String[] QUALITIES = {
    "GOOD", "DEGRADED", "MANUAL", "STALE", "INVALID", "ABSENT"
  };
  private static final String[] REASONS = {
    "THINNED", "DAMAGED", "EXPIRED", "UNWRITTEN", "OVERRUN", "RELEASED"
  };
  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

  /** Why bytes are no block. */
  static final class NoBlock extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoBlock(String message) {
      super(message);
    }
  }

  private record Rule(boolean ownBase, int shift, int[] coefficients) {}

  private record Way(int kind, int j, int k) {}

  private record Group(int[] counts, long[] times) {}

  private final Optional<Consumer<String>> trace;
  private String bits = "";
  private int at;

  /**
   * @param trace is told what each piece of bits means
   */
  SpecificationReader(Consumer<String> trace) {
    this.trace = Optional.of(trace);
  }

  private SpecificationReader() {
    this.trace = Optional.empty();
  }

  static List<String> read(byte[] block) {
    return new SpecificationReader().lines(block);
  }

  List<String> lines(byte[] block) {
    require(block.length > 28 && block[0] == 80 && block[1] == 76 && block[2] == 66, "magic");
    require(block[3] >> 4 == 1, "version");
    CRC32C crc = new CRC32C();
    crc.update(block, 0, block.length - 4);
    StringBuilder all = new StringBuilder();
    for (byte octet : block) {
      all.append(Integer.toBinaryString(octet & 0xff | 0x100).substring(1));
    }
    bits = all.toString();
    at = bits.length() - 32;
    require(plain("", 32) == crc.getValue(), "checksum");
    bits = bits.substring(0, bits.length() - 32);
    at = 0;
    plain("magic PLB", 24);
    plain("version 1.0", 8);
    String stream = String.format("%016x", plain("stream", 64));
    stream += String.format("%016x", plain("stream", 64));
    String origin = ORIGINS[index(plain("origin", 8), ORIGINS.length)];
    long first = varint("first");
    long last = first + varint("last - first");
    int extension = index(varint("extension bytes"), block.length);
    at += extension * 8;
    List<String> lines = new ArrayList<>();
    lines.add("stream " + stream + " " + origin);
    content(first, last, lines);
    while (at < bits.length()) {
      require(plain("fill", 1) == 0, "fill bits");
    }
    return lines;
  }

  private void content(long first, long last, List<String> lines) {
    int gapCount = index(rice("gap count", 0), 2049);
    List<String> gaps = new ArrayList<>();
    List<Long> sequences = new ArrayList<>();
    long next = first;
    for (int i = 0; i < gapCount; i++) {
      for (long rows = number("rows before the gap"); rows > 0; rows--) {
        sequences.add(next++);
      }
      long gapLast = next + number("last - first of the gap");
      gaps.add(
          String.format(
              "gap %d to %d, %d readings, %s",
              next,
              gapLast,
              number("readings gone"),
              REASONS[index(rice("reason", 0), REASONS.length)]));
      next = gapLast + 1;
    }
    while (next <= last) {
      sequences.add(next++);
    }
    lines.add("channels " + number("channel count"));
    lines.addAll(gaps);
    int rows = sequences.size();
    if (rows == 0) {
      return;
    }
    long[] epochs = new long[rows];
    epochs[0] = number("clock epoch of the first row");
    long[] steps = sequence("steps of the clock epoch", rows - 1);
    List<List<String>> samples = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      epochs[r] = r == 0 ? epochs[0] : epochs[r - 1] + signed(steps[r - 1]);
      samples.add(new ArrayList<>());
    }
    int columns = index(number("columns"), 4097);
    if (columns > 0) {
      columns(rows, columns, samples);
    }
    for (int r = 0; r < rows; r++) {
      lines.add("row " + sequences.get(r) + " epoch " + epochs[r]);
      lines.addAll(samples.get(r));
    }
  }

  private void columns(int rows, int columns, List<List<String>> samples) {
    long unit = number("time unit, ms");
    long[] rowTimes = new long[rows];
    rowTimes[0] = number("time of row 0, units");
    long interval = number("interval, units");
    long[] steps = sequence("times of the rows", rows - 1);
    for (int r = 1; r < rows; r++) {
      rowTimes[r] = rowTimes[r - 1] + signed(steps[r - 1]) + interval;
    }
    long[] channels = sequence("channels", columns);
    long channel = -1;
    for (int c = 0; c < columns; c++) {
      channel += channels[c] + 1;
      channels[c] = channel;
    }
    long[] groupOf = sequence("groups", columns);
    int groupCount = 1;
    for (int c = 0; c < columns; c++) {
      if (groupOf[c] == 0) {
        groupOf[c] = c == 0 ? 0 : groupOf[c - 1];
      } else if (groupOf[c] == 1) {
        groupOf[c] = groupCount++;
      } else {
        groupOf[c] -= 2;
      }
    }
    List<Group> groups = new ArrayList<>();
    for (int g = 0; g < groupCount; g++) {
      groups.add(group(g, rowTimes));
    }
    long[][] states = new long[columns][];
    boolean others = flag("states other than GOOD");
    for (int c = 0; c < columns; c++) {
      int count = groups.get((int) groupOf[c]).times.length;
      states[c] = others ? sequence("states of channel " + channels[c], count) : new long[count];
      for (int i = 0; i < count; i++) {
        states[c][i] = signed(states[c][i]) + (i == 0 ? 0 : states[c][i - 1]);
      }
    }
    List<List<String>> values = values(channels, states);
    for (int c = 0; c < columns; c++) {
      Group group = groups.get((int) groupOf[c]);
      int i = 0;
      for (int r = 0; r < rows; r++) {
        for (int n = 0; n < group.counts[r]; n++) {
          String quality = QUALITIES[index(states[c][i] / 2, QUALITIES.length)];
          samples
              .get(r)
              .add(
                  String.format(
                      "channel %d at %d %s %s",
                      channels[c], group.times[i] * unit, quality, values.get(c).get(i)));
          i++;
        }
      }
    }
  }

  private Group group(int g, long[] rowTimes) {
    String of = " of group " + g;
    int rows = rowTimes.length;
    long usual = signed(rice("usual count - 1" + of, 0)) + 1;
    long[] more = sequence("counts" + of, rows);
    int[] counts = new int[rows];
    int total = 0;
    for (int r = 0; r < rows; r++) {
      counts[r] = index(usual + signed(more[r]), 8193);
      total += counts[r];
    }
    boolean special = flag("special timing" + of);
    boolean chained = special && flag("chained" + of);
    long step = special ? number("step" + of) : 0;
    long phase = signed(rice("phase" + of, 3));
    long[] misses = sequence("times" + of, total);
    long[] times = new long[total];
    int i = 0;
    for (int r = 0; r < rows; r++) {
      for (int n = 0; n < counts[r]; n++) {
        long expected = chained && i > 0 ? times[i - 1] + step : rowTimes[r] + phase + step * n;
        times[i] = expected + signed(misses[i]);
        i++;
      }
    }
    return new Group(counts, times);
  }

  private List<List<String>> values(long[] channels, long[][] states) {
    List<Rule> rules = new ArrayList<>();
    rules.add(new Rule(true, 0, new int[] {}));
    rules.add(new Rule(false, 0, new int[] {1}));
    rules.add(new Rule(false, 0, new int[] {2, -1}));
    Rule rule = rules.get(0);
    Way way = new Way(0, 0, 0);
    int baseK = (int) plain("k of the bases", 6);
    long reference = 0;
    List<List<String>> all = new ArrayList<>();
    for (int c = 0; c < channels.length; c++) {
      String of = " of channel " + channels[c];
      int m = 0;
      for (long state : states[c]) {
        m += state % 2 == 0 ? 1 : 0;
      }
      List<String> column = new ArrayList<>();
      all.add(column);
      List<Long> numbers = List.of();
      if (m > 0) {
        if (!flag("as the column before" + of)) {
          int which = index(rice("predictor" + of, 1), rules.size() + 1);
          if (which == rules.size()) {
            rules.add(rule(of));
          }
          rule = rules.get(which);
          way = way("coding" + of);
        }
        boolean escaped = bits.startsWith("1".repeat(16), at);
        long base = signed(rice("base" + of, baseK));
        if (!escaped) {
          base += reference;
          reference = base;
        }
        numbers = column(rule, base, symbols("residuals" + of, way, rule.ownBase ? m : m - 1));
      }
      int n = 0;
      for (long state : states[c]) {
        column.add(state % 2 == 0 ? String.valueOf(numbers.get(n++)) : "-");
      }
    }
    return all;
  }

  private static List<Long> column(Rule rule, long base, long[] residuals) {
    List<Long> ys = new ArrayList<>();
    if (!rule.ownBase) {
      ys.add(0L);
    }
    for (long residual : residuals) {
      BigInteger sum = BigInteger.ONE.shiftLeft(rule.shift).shiftRight(1);
      for (int i = 0; i < rule.coefficients.length; i++) {
        long y = i < ys.size() ? ys.get(ys.size() - 1 - i) : 0;
        sum = sum.add(BigInteger.valueOf(rule.coefficients[i]).multiply(BigInteger.valueOf(y)));
      }
      ys.add((sum.longValue() >> rule.shift) + signed(residual));
    }
    List<Long> values = new ArrayList<>();
    for (long y : ys) {
      values.add(base + y);
    }
    return values;
  }

  private Rule rule(String of) {
    boolean ownBase = flag("new predictor about a base of its own" + of);
    int order = 1 + (int) plain("order - 1" + of, 4);
    int shift = (int) plain("shift" + of, 4);
    int[] coefficients = new int[order];
    for (int i = 0; i < order; i++) {
      coefficients[i] = (int) signed(rice("coefficient " + (i + 1) + of, shift));
    }
    return new Rule(ownBase, shift, coefficients);
  }

  private long[] sequence(String what, int count) {
    return count == 0 ? new long[0] : symbols(what, way("coding of " + what), count);
  }

  private Way way(String what) {
    if (!flag(what + ": not ZEROS")) {
      return new Way(0, 0, 0);
    }
    boolean runs = flag(what + ": RUNS");
    int j = runs ? index(rice(what + ": j", 1), 64) : 0;
    return new Way(runs ? 2 : 1, j, index(rice(what + ": k", 1), 64));
  }

  private long[] symbols(String what, Way way, int count) {
    long[] symbols = new long[count];
    int i = 0;
    while (way.kind > 0 && i < count) {
      if (way.kind == 2) {
        i += index(rice("run of zeros in " + what, way.j), count - i + 1);
      }
      if (i < count) {
        symbols[i++] = rice(what, way.k) + (way.kind == 2 ? 1 : 0);
      }
    }
    return symbols;
  }

  private boolean flag(String what) {
    return plain(what, 1) == 1;
  }

  private long number(String what) {
    int from = at;
    int length = (int) take(6).longValue();
    return tell(what, from, take(length).longValue());
  }

  private long rice(String what, int k) {
    int from = at;
    int ones = 0;
    while (ones < 16 && take(1).signum() == 1) {
      ones++;
    }
    BigInteger value =
        ones == 16
            ? take(1 + take(6).intValue())
            : BigInteger.valueOf(ones).shiftLeft(k).add(take(k)).mod(TWO_64);
    return tell(what, from, value.longValue());
  }

  private long varint(String what) {
    int from = at;
    BigInteger value = BigInteger.ZERO;
    for (int group = 0; ; group++) {
      boolean more = take(1).signum() == 1;
      value = value.add(take(7).shiftLeft(7 * group));
      if (!more) {
        return tell(what, from, value.longValueExact());
      }
    }
  }

  private long plain(String what, int count) {
    int from = at;
    return tell(what, from, take(count).longValue());
  }

  private long tell(String what, int from, long value) {
    trace.ifPresent(
        told -> told.accept(String.format("%s # %s: %d", bits.substring(from, at), what, value)));
    return value;
  }

  private BigInteger take(int count) {
    require(at + count <= bits.length(), "too short");
    String piece = bits.substring(at, at + count);
    at += count;
    return count == 0 ? BigInteger.ZERO : new BigInteger(piece, 2);
  }

  private static long signed(long unsigned) {
    return unsigned % 2 == 0 ? unsigned >>> 1 : -(unsigned >>> 1) - 1;
  }

  private static int index(long value, int limit) {
    require(value >= 0 && value < limit, value + " is not below " + limit);
    return (int) value;
  }

  private static void require(boolean held, String what) {
    if (!held) {
      throw new NoBlock(what);
    }
  }
}
