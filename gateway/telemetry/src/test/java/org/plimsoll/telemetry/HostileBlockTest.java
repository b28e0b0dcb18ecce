package org.plimsoll.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.telemetry.BlockResult.Refusal;
import org.plimsoll.telemetry.BlockResult.Refused;

/** Blocks with a right checksum and a content that no honest writer wrote. */
class HostileBlockTest {

  private static final int MEGABYTE = 1_000_000;

  private final BlockCodec codec = new BlockCodec();

  @Test
  void theTableBeginsWithAWellFormedOne() {
    assertThat(codec.decode(block(1, 0, HostileBlockTest::oneRow)))
        .isInstanceOf(BlockResult.Good.class);
    assertThat(SpecificationReader.read(block(1, 0, HostileBlockTest::oneRow))).hasSize(4);
  }

  /** A row of channel 0 at time 0 with value 0. */
  private static void oneRow(BitWriter out) {
    head(out, 1, 1);
    times(out, 1);
    out.bits(0, 3); // usual count 1, ZEROS; not special
    out.rice(0, 3); // phase
    out.bits(0, 1); // times: ZEROS
    values(out);
  }

  private static void head(BitWriter out, long channels, long columns) {
    out.rice(0, 0); // gaps
    out.number(channels);
    out.number(0); // epoch
    out.number(columns);
  }

  private static void times(BitWriter out, long unit) {
    out.number(unit);
    out.number(0); // time of row 0
    out.number(0); // interval
    out.bits(0, 1); // channels: ZEROS
    out.bits(0, 1); // groups: ZEROS
  }

  private static void values(BitWriter out) {
    out.bits(0, 1); // all GOOD
    out.bits(0, 6); // k of the bases
    out.bits(1, 1); // about a base of its own, ZEROS
    out.rice(0, 0); // base
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        row("nothing", out -> {}),
        row("channels above the limit", out -> head(out, 4097, 0)),
        row("2^63 - 1 channels", out -> head(out, Long.MAX_VALUE, 0)),
        row("2^62 gaps", out -> out.escape(1L << 62)),
        row("gap behind the last sequence", out -> gap(out, 1, 0, 0)),
        row("gap of 2^63 numbers", out -> gap(out, 0, Long.MAX_VALUE, 0)),
        row("gap for no known reason", out -> gap(out, 0, 0, GapReason.values().length)),
        row(
            "clock epoch 2^31",
            out -> {
              out.rice(0, 0);
              out.number(1);
              out.number(1L << 31);
              out.number(0);
            }),
        row("more columns than channels", out -> head(out, 1, 2)),
        row(
            "time unit 0",
            out -> {
              head(out, 1, 1);
              times(out, 0);
            }),
        row(
            "channel that is not there",
            out -> {
              head(out, 1, 1);
              out.number(1);
              out.number(0);
              out.number(0);
              new Coding(Coding.Kind.RICE, 0, 0).write(out);
              out.rice(1, 0);
            }),
        row(
            "channel 2^64 - 1",
            out -> {
              head(out, 1, 1);
              out.number(1);
              out.number(0);
              out.number(0);
              new Coding(Coding.Kind.RICE, 0, 0).write(out);
              out.escape(-1);
            }),
        row(
            "group that is not there",
            out -> {
              head(out, 1, 1);
              out.number(1);
              out.number(0);
              out.number(0);
              out.bits(0, 1);
              new Coding(Coding.Kind.RICE, 0, 0).write(out);
              out.rice(3, 0);
            }),
        row(
            "group without samples",
            out -> {
              head(out, 1, 1);
              times(out, 1);
              out.rice(1, 0); // usual count 0
              out.bits(0, 1);
              out.bits(0, 8);
            }),
        row(
            "row of two billion samples",
            out -> {
              head(out, 1, 1);
              times(out, 1);
              out.escape(1L << 32);
              out.bits(0, 1);
            }),
        row(
            "count of -1",
            out -> {
              head(out, 1, 1);
              times(out, 1);
              out.rice(3, 0);
              out.bits(0, 1);
            }),
        row(
            "time before 1970",
            out -> {
              head(out, 1, 1);
              times(out, 1);
              out.bits(0, 3);
              out.rice(1, 3);
              out.bits(0, 1);
              values(out);
            }),
        row(
            "time behind the year 9999",
            out -> {
              head(out, 1, 1);
              times(out, Sample.MAX_TIME_MILLIS);
              out.bits(0, 3);
              out.rice(4, 3);
              out.bits(0, 1);
              values(out);
            }),
        row("state that is not known", out -> state(out, 12)),
        row("good without a value", out -> state(out, 1)),
        row("predictor that is not known", out -> predictor(out, 4)),
        row(
            "k of 64",
            out -> {
              head(out, 1, 1);
              times(out, 1);
              out.bits(0, 3);
              out.rice(0, 3);
              out.bits(0, 1);
              out.bits(0, 8);
              out.rice(0, 1);
              out.bits(2, 2);
              out.escape(64);
              out.rice(0, 0);
            }),
        row(
            "run of zeros beyond the end",
            out -> {
              head(out, 1, 1);
              times(out, 1);
              out.bits(0, 3);
              out.rice(0, 3);
              new Coding(Coding.Kind.RUNS, 0, 0).write(out);
              out.rice(2, 0);
              values(out);
            }),
        row(
            "a byte too many",
            out -> {
              oneRow(out);
              out.bits(0, 8);
            }),
        row(
            "a set bit at the end",
            out -> {
              oneRow(out);
              out.bits(1, 1);
            }));
  }

  private static Arguments row(String name, Consumer<BitWriter> content) {
    return Arguments.of(name, content);
  }

  private static void gap(BitWriter out, long rowsBefore, long more, long reason) {
    out.rice(1, 0);
    out.number(rowsBefore);
    out.number(more);
    out.number(0);
    out.rice(reason, 0);
    out.number(0);
  }

  private static void state(BitWriter out, int state) {
    head(out, 1, 1);
    times(out, 1);
    out.bits(0, 3);
    out.rice(0, 3);
    out.bits(0, 1);
    out.bits(1, 1);
    Coding.sequence(out, new long[] {BitWriter.zigzag(state)}, 1);
    out.bits(0, 16);
  }

  private static void predictor(BitWriter out, int index) {
    head(out, 1, 1);
    times(out, 1);
    out.bits(0, 3);
    out.rice(0, 3);
    out.bits(0, 1);
    out.bits(0, 8);
    out.rice(index, 1);
    out.bits(0, 1);
    out.rice(0, 0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void isRefused(String name, Consumer<BitWriter> content) {
    assertThat(codec.decode(block(1, 0, content))).as(name).isInstanceOf(Refused.class);
  }

  @Test
  void anEnvelopeThatClaimsMoreThanThereIsIsRefused() {
    assertThat(codec.decode(block(0, 0, HostileBlockTest::oneRow))).isInstanceOf(Refused.class);
    assertThat(codec.decode(block(1, Long.MAX_VALUE - 1, HostileBlockTest::oneRow)))
        .isInstanceOf(Refused.class);
    assertThat(codec.decode(block(1, 3000, HostileBlockTest::oneRow)))
        .isEqualTo(new Refused(Refusal.CONTENT, "3001 rows and 0 gaps"));
  }

  /** 36,000 samples in a few bytes: what is allowed at most stays below a megabyte beside them. */
  @Test
  void theGreatestBlockStaysWithinItsMemory() {
    int rows = 2000;
    int channels = Block.MAX_SAMPLES / rows;
    byte[] bytes =
        block(
            1,
            rows - 1L,
            out -> {
              out.rice(0, 0);
              out.number(channels);
              out.number(0);
              out.bits(0, 1);
              out.number(channels);
              out.number(1);
              out.number(0);
              out.number(0);
              out.bits(0, 1); // times of the rows
              out.bits(0, 1);
              out.bits(0, 1);
              out.bits(0, 3);
              out.rice(0, 3);
              out.bits(0, 1);
              out.bits(0, 7);
              for (int c = 0; c < channels; c++) {
                out.bits(1, 1);
                out.rice(0, 0);
              }
            });
    assertThat(bytes.length).isLessThan(100);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    codec.decode(bytes);
    long before = threads.getCurrentThreadAllocatedBytes();
    BlockResult result = codec.decode(bytes);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(result).isInstanceOf(BlockResult.Good.class);
    assertThat(((BlockResult.Good) result).block().readings()).isEqualTo(Block.MAX_SAMPLES);
    assertThat(allocated).isBetween(600_000L, (long) MEGABYTE);
  }

  private static byte[] block(long first, long more, Consumer<BitWriter> content) {
    BitWriter out = new BitWriter();
    out.bits(0x504c42, 24);
    out.bits(0x10, 8);
    out.bits(0, 64);
    out.bits(0, 64);
    out.octet(0);
    out.varint(first);
    out.varint(more);
    out.varint(0);
    content.accept(out);
    out.align();
    byte[] body = out.toByteArray();
    CRC32C crc = new CRC32C();
    crc.update(body, 0, body.length);
    out.bits(crc.getValue(), 32);
    return out.toByteArray();
  }
}
