package org.plimsoll.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.plimsoll.telemetry.BlockResult.Refusal;
import org.plimsoll.telemetry.BlockResult.Refused;
import org.plimsoll.vocabulary.Quality;

class BlockCodecTest {

  private static final int FIXED_BYTES = 21;
  private static final int CRC_BYTES = 4;

  private final BlockCodec codec = new BlockCodec();

  @Test
  void writesWhatTheSpecificationExplains() {
    assertThat(HexFormat.of().formatHex(codec.encode(Golden.explained())))
        .isEqualTo(HexFormat.of().formatHex(Golden.bytes("block-v1-explained.txt")));
  }

  @Test
  void readsWhatTheSpecificationExplains() {
    assertThat(codec.decode(Golden.bytes("block-v1-explained.txt")))
        .isEqualTo(new BlockResult.Good(Golden.explained()));
  }

  @Test
  void theExplanationIsThatOfTheSecondReader() {
    List<String> told = new ArrayList<>();
    new SpecificationReader(told::add).lines(Golden.bytes("block-v1-explained.txt"));
    String file = Golden.text("block-v1-explained.txt");
    // the first line told is that of the checksum, which stands at the end of the file
    assertThat(told.subList(1, told.size())).allMatch(file::contains);
  }

  @Test
  void readsAnOrdinaryBlockOfThisVersionForEver() {
    List<String> expected = Golden.text("block-v1-ordinary.txt").lines().toList();
    byte[] bytes = Golden.bytes("block-v1-ordinary.hex");
    assertThat(Golden.lines(good(bytes))).isEqualTo(expected);
    assertThat(SpecificationReader.read(bytes)).isEqualTo(expected);
  }

  @Test
  void aSecondReaderFindsTheSameInAnyBlock() {
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Block block = seed % 4 == 0 ? Blocks.ordinary(random) : Blocks.random(random);
      assertThat(SpecificationReader.read(codec.encode(block)))
          .as("seed %d", seed)
          .isEqualTo(Golden.lines(block));
    }
  }

  @Test
  void anOrdinaryBlockTakesLessThanAByteAReading() {
    Block block = Blocks.ordinary(new SplittableRandom(4));
    assertThat(block.readings()).isGreaterThan(500);
    assertThat(codec.encode(block).length / (double) block.readings()).isLessThan(1.0);
  }

  @Test
  void everyBlockComesBackAsItWas() {
    for (long seed = 0; seed < 3_000; seed++) {
      Block block = Blocks.random(new SplittableRandom(seed));
      assertThat(codec.decode(codec.encode(block)))
          .as("seed %d", seed)
          .isEqualTo(new BlockResult.Good(block));
    }
    for (long seed = 0; seed < 200; seed++) {
      Block block = Blocks.ordinary(new SplittableRandom(seed));
      assertThat(codec.decode(codec.encode(block)))
          .as("seed %d", seed)
          .isEqualTo(new BlockResult.Good(block));
    }
  }

  /** What is read is written again without its samples ever having been objects. */
  @Test
  void aBlockThatWasReadIsWrittenAgainTheSame() {
    for (long seed = 0; seed < 100; seed++) {
      byte[] bytes = codec.encode(Blocks.ordinary(new SplittableRandom(seed)));
      assertThat(codec.encode(good(bytes))).as("seed %d", seed).isEqualTo(bytes);
    }
  }

  @Test
  void samplesOfARowAreASet() {
    List<Sample> samples =
        List.of(
            Blocks.sample(2, 1_000, Quality.GOOD, 1),
            Blocks.sample(0, 1_100, Quality.GOOD, 2),
            Blocks.sample(0, 1_000, Quality.GOOD, 3));
    Row row = new Row(1, 1, samples);
    assertThat(row.samples()).containsExactly(samples.get(2), samples.get(1), samples.get(0));
    Block block = new Block(Blocks.STREAM, 3, DataOrigin.LIVE, List.of(row));
    assertThat(codec.decode(codec.encode(block))).isEqualTo(new BlockResult.Good(block));
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
    byte[] whole = codec.encode(Golden.explained());
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
      byte[] bytes = codec.encode(i % 100 == 0 ? Blocks.random(random) : Golden.explained());
      int changes = 1 + random.nextInt(4);
      for (int c = 0; c < changes; c++) {
        bytes[FIXED_BYTES - 1 + random.nextInt(bytes.length - FIXED_BYTES - 3)] =
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

  @Test
  void whatIsTooLongIsNotEvenLookedAt() {
    assertThat(codec.decode(new byte[BlockCodec.MAX_BYTES + 1]))
        .isEqualTo(new Refused(Refusal.OVERLONG, "1048577 bytes"));
  }

  /** The envelope is for ever: who cannot read a block can still keep it and ask for it again. */
  @Test
  void aLaterVersionIsToldFromDamageAndCanBeKept() {
    byte[] bytes = codec.encode(Golden.explained());
    bytes[3] = 0x2a;
    withRightChecksum(bytes);
    assertThat(codec.decode(bytes)).isEqualTo(new Refused(Refusal.UNKNOWN_VERSION, "version 2.10"));
    BlockEnvelope envelope = codec.envelope(bytes).orElseThrow();
    assertThat(envelope)
        .isEqualTo(new BlockEnvelope(2, 10, Blocks.STREAM, 1, new Range(300, 312), 0));
    assertThat(envelope.isWrittenHere()).isFalse();
    bytes[30] ^= 1;
    assertThat(codec.envelope(bytes)).isEmpty();
  }

  @Test
  void aLaterMinorVersionIsReadAndItsExtensionSkipped() {
    byte[] bytes = codec.encode(Golden.explained());
    assertThat(codec.envelope(bytes).orElseThrow().isWrittenHere()).isTrue();
    int lengthByte = FIXED_BYTES + 3;
    ByteBuffer later = ByteBuffer.allocate(bytes.length + 5);
    later.put(bytes, 0, lengthByte).put((byte) 5).put(new byte[] {9, 9, 9, 9, 9});
    later.put(bytes, lengthByte + 1, bytes.length - lengthByte - 1);
    later.put(3, (byte) 0x11);
    byte[] extended = withRightChecksum(later.array());
    assertThat(good(extended)).isEqualTo(Golden.explained());
    assertThat(codec.envelope(extended).orElseThrow().isWrittenHere()).isFalse();
  }

  @Test
  void whatALaterMinorVersionSaysAnewIsNotDamage() {
    byte[] bytes = codec.encode(Golden.explained());
    bytes[3] = 0x11;
    bytes[20] = 7;
    assertThat(codec.decode(withRightChecksum(bytes)))
        .isEqualTo(new Refused(Refusal.UNKNOWN_VERSION, "version 1.1: origin 7"));
    bytes[3] = 0x10;
    assertThat(codec.decode(withRightChecksum(bytes)))
        .isEqualTo(new Refused(Refusal.CONTENT, "origin 7"));
  }

  @Test
  void versionZeroIsGone() {
    byte[] bytes = codec.encode(Golden.explained());
    bytes[3] = 0;
    assertThat(codec.decode(withRightChecksum(bytes)))
        .isEqualTo(new Refused(Refusal.UNKNOWN_VERSION, "version 0"));
  }

  @Test
  void theLargestBlockFits() {
    SplittableRandom random = new SplittableRandom(3);
    List<Entry> rows = new ArrayList<>();
    for (int row = 0; row * Row.MAX_SAMPLES < Block.MAX_SAMPLES; row++) {
      List<Sample> samples = new ArrayList<>();
      int most = Math.min(Row.MAX_SAMPLES, Block.MAX_SAMPLES - row * Row.MAX_SAMPLES);
      for (int i = 0; i < most; i++) {
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

  private Block good(byte[] bytes) {
    BlockResult result = codec.decode(bytes);
    assertThat(result).isInstanceOf(BlockResult.Good.class);
    return ((BlockResult.Good) result).block();
  }

  private static byte[] withRightChecksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length - CRC_BYTES);
    ByteBuffer.wrap(bytes).putInt(bytes.length - CRC_BYTES, (int) crc.getValue());
    return bytes;
  }
}
