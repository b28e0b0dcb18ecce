package org.plimsoll.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.telemetry.BlockResult.Refusal;
import org.plimsoll.telemetry.BlockResult.Refused;
import org.plimsoll.vocabulary.Quality;

class BlockCodecTest {

  private static final int HEADER_BYTES = 21;

  private final BlockCodec codec = new BlockCodec();

  /**
   * The block that block-v0.hex explains byte by byte; it was written by hand, not by the codec.
   */
  private static Block golden() {
    return new Block(
        Blocks.STREAM,
        3,
        DataOrigin.SIMULATED,
        List.of(
            new Row(
                300,
                1,
                List.of(
                    Blocks.sample(0, 1_000, Quality.GOOD, 5_000),
                    Blocks.sample(2, 1_100, Quality.DEGRADED, -3))),
            new Gap(301, 310, 77, GapReason.DAMAGED),
            new Row(
                311,
                2,
                List.of(
                    Blocks.sample(0, 900, Quality.MANUAL, 5_001),
                    Blocks.absent(1, 1_000, Quality.INVALID)))));
  }

  @Test
  void writesWhatTheSpecificationSays() throws IOException {
    assertThat(HexFormat.of().formatHex(codec.encode(golden())))
        .isEqualTo(HexFormat.of().formatHex(goldenFile()));
  }

  @Test
  void readsWhatTheSpecificationSays() throws IOException {
    assertThat(codec.decode(goldenFile())).isEqualTo(new BlockResult.Good(golden()));
  }

  @Test
  void everyBlockComesBackAsItWas() {
    for (long seed = 0; seed < 3_000; seed++) {
      Block block = Blocks.random(new SplittableRandom(seed));
      assertThat(codec.decode(codec.encode(block)))
          .as("seed %d", seed)
          .isEqualTo(new BlockResult.Good(block));
    }
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] whole = codec.encode(Blocks.random(new SplittableRandom(7)));
    for (int length = 0; length < whole.length; length++) {
      assertThat(codec.decode(Arrays.copyOf(whole, length)))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void everyFlippedBitIsRefused() {
    byte[] whole = codec.encode(golden());
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(codec.decode(damaged)).as("bit %d", bit).isInstanceOf(Refused.class);
    }
  }

  /** The checksum is made right again, so that the damage reaches the reader itself. */
  @Test
  void mutatedBlocksNeverThrow() {
    RandomGenerator random = new SplittableRandom(42);
    int good = 0;
    int refused = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = codec.encode(i % 100 == 0 ? Blocks.random(random) : golden());
      int changes = 1 + random.nextInt(4);
      for (int c = 0; c < changes; c++) {
        bytes[HEADER_BYTES - 1 + random.nextInt(bytes.length - HEADER_BYTES - 3)] =
            (byte) random.nextInt(256);
      }
      if (codec.decode(withRightChecksum(bytes)) instanceof BlockResult.Good) {
        good++;
      } else {
        refused++;
      }
    }
    assertThat(good + refused).isEqualTo(100_000);
    assertThat(refused).isGreaterThan(10_000);
    assertThat(good).as("some mutations only change values").isGreaterThan(100);
  }

  @Test
  void randomBytesAreRefused() {
    RandomGenerator random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      assertThat(codec.decode(bytes)).isInstanceOf(Refused.class);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "channel count above the limit,             8180 01 01 01",
    "channel count of 2^64 - 1,                 ffffffffffffffffff01 01 01 01",
    "number of 11 bytes,                        8080808080808080808001 01 01 01",
    "number above 64 bits,                      ffffffffffffffffff02 01 01 01",
    "time unit 0,                               01 00 01 01 00 00 00",
    "sequence 0,                                01 01 00 01 00 00 00",
    "sequence 2^63 - 1,                         01 01 ffffffffffffffff7f 01 00 00 00",
    "no entries,                                01 01 01 00",
    "entry count above the limit,               01 01 01 8120 00 00 00",
    "entry of kind 2,                           01 01 01 01 02 00 00",
    "clock epoch -1,                            01 01 01 01 00 01 00",
    "two billion samples in three bytes,        01 01 01 01 00 00 ffffffff07",
    "gap beyond the last sequence,              01 01 05 01 01 ffffffffffffffff7f 00 00",
    "gap of a reason that is not known,         01 01 01 01 01 00 00 02",
    "channel that is not there,                 01 01 01 01 00 00 01 11 00 00",
    "quality that is not known,                 01 01 01 01 00 00 01 0d 00 00",
    "good without a value,                      01 01 01 01 00 00 01 00 00",
    "time before 1970,                          01 01 01 01 00 00 01 01 01 00",
    "time unit that makes the time overflow,    01 ffffffffffffff7f 01 01 00 00 01 01 04 00",
    "a byte after the last entry,               01 01 01 01 01 00 00 00 00",
  })
  void hostileContentIsRefused(String name, String hex) {
    assertThat(codec.decode(hostile(hex))).as(name).isInstanceOf(Refused.class);
  }

  @Test
  void theTableOfHostileContentBeginsWithAWellFormedOne() {
    assertThat(codec.decode(hostile("01 01 01 01 01 00 00 00")))
        .isInstanceOf(BlockResult.Good.class);
  }

  @Test
  void whatIsTooLongIsNotEvenLookedAt() {
    assertThat(codec.decode(new byte[BlockCodec.MAX_BYTES + 1]))
        .isEqualTo(new Refused(Refusal.OVERLONG, "1048577 bytes"));
  }

  @Test
  void aLaterVersionIsToldFromDamage() {
    byte[] bytes = codec.encode(golden());
    bytes[3] = 9;
    assertThat(codec.decode(withRightChecksum(bytes)))
        .isEqualTo(new Refused(Refusal.UNKNOWN_VERSION, "version 9"));
  }

  @Test
  void theLargestBlockFits() {
    SplittableRandom random = new SplittableRandom(3);
    List<Entry> rows = new java.util.ArrayList<>();
    for (int row = 0; row < Block.MAX_SAMPLES / Row.MAX_SAMPLES; row++) {
      List<Sample> samples = new java.util.ArrayList<>();
      for (int i = 0; i < Row.MAX_SAMPLES; i++) {
        samples.add(
            Blocks.sample(
                random.nextInt(ChannelTable.MAX_CHANNELS),
                random.nextLong(Sample.MAX_TIME_MILLIS),
                Quality.GOOD,
                random.nextLong()));
      }
      rows.add(new Row(row + 1, 1, samples));
    }
    Block block = new Block(Blocks.STREAM, ChannelTable.MAX_CHANNELS, DataOrigin.LIVE, rows);
    byte[] bytes = codec.encode(block);
    assertThat(bytes.length).isLessThanOrEqualTo(BlockCodec.MAX_BYTES);
    assertThat(codec.decode(bytes)).isEqualTo(new BlockResult.Good(block));
  }

  private static byte[] hostile(String hex) {
    byte[] content = HexFormat.of().parseHex(hex.replace(" ", ""));
    ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + content.length + 4);
    bytes.put(new byte[] {'P', 'L', 'B', 0}).position(HEADER_BYTES);
    bytes.put(content);
    return withRightChecksum(bytes.array());
  }

  private static byte[] withRightChecksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length - 4);
    ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) crc.getValue());
    return bytes;
  }

  private static byte[] goldenFile() throws IOException {
    try (InputStream in = BlockCodecTest.class.getResourceAsStream("block-v0.hex")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String hex = text.replaceAll("(?m)#.*$", "").replaceAll("\\s", "");
      return HexFormat.of().parseHex(hex);
    }
  }
}
