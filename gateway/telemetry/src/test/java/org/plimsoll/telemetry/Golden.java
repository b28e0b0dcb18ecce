package org.plimsoll.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.plimsoll.vocabulary.Quality;

/** The golden files of the block format, and how a block reads in them. */
final class Golden {

  private Golden() {}

  /** The block that block-v1-explained.txt explains. */
  static Block explained() {
    return new Block(
        Blocks.STREAM,
        5,
        DataOrigin.SIMULATED,
        List.of(
            new Row(
                300,
                1,
                List.of(
                    Blocks.sample(0, 1_000, Quality.GOOD, 5_000),
                    Blocks.sample(1, 1_000, Quality.GOOD, -17),
                    Blocks.sample(4, 1_300, Quality.DEGRADED, 25_000_000))),
            new Gap(301, 310, 77, GapReason.DAMAGED),
            new Row(
                311,
                2,
                List.of(
                    Blocks.sample(0, 900, Quality.MANUAL, 5_001),
                    Blocks.sample(1, 900, Quality.GOOD, -12),
                    Blocks.absent(2, 1_000, Quality.INVALID))),
            new Row(
                312,
                2,
                List.of(
                    Blocks.sample(0, 2_000, Quality.GOOD, 5_003),
                    Blocks.sample(1, 2_000, Quality.GOOD, -12),
                    Blocks.sample(4, 2_100, Quality.GOOD, 24_999_996),
                    Blocks.sample(4, 2_200, Quality.GOOD, 24_999_996)))));
  }

  /** The bytes of a file of binary digits or of hexadecimal ones, with comments behind #. */
  static byte[] bytes(String name) {
    String digits = text(name).replaceAll("(?m)#.*$", "").replaceAll("\\s", "");
    if (name.endsWith(".hex")) {
      return HexFormat.of().parseHex(digits);
    }
    byte[] bytes = new byte[digits.length() / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(digits.substring(8 * i, 8 * i + 8), 2);
    }
    return bytes;
  }

  static String text(String name) {
    try (InputStream in = Golden.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** A block as {@link SpecificationReader} tells it. */
  static List<String> lines(Block block) {
    List<String> lines = new ArrayList<>();
    lines.add("stream " + block.stream() + " " + block.origin());
    lines.add("channels " + block.channelCount());
    for (Entry entry : block.entries()) {
      if (entry instanceof Gap gap) {
        lines.add(
            String.format(
                "gap %d to %d, %d readings, %s",
                gap.first(), gap.last(), gap.readings(), gap.reason()));
      }
    }
    for (Entry entry : block.entries()) {
      if (entry instanceof Row row) {
        lines.add("row " + row.sequence() + " epoch " + row.clockEpoch());
        for (Sample sample : row.samples()) {
          String value =
              sample.value().isPresent() ? String.valueOf(sample.value().getAsLong()) : "-";
          lines.add(
              String.format(
                  "channel %d at %d %s %s",
                  sample.channel(), sample.timeMillis(), sample.quality(), value));
        }
      }
    }
    return lines;
  }
}
