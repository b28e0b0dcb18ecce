package org.plimsoll.protocol.proof;

import static org.plimsoll.protocol.Captures.ascii;

import java.util.Arrays;
import java.util.Random;

/** Kinds of garbage, each of which leads some decoder to hold as much as it may. */
enum Noise {
  RANDOM,
  PRINTABLE,
  ZEROS,
  ONES,
  DOLLARS,
  EXCLAMATION_MARKS,
  BACKSLASHES,
  LINE_ENDS,
  STX,
  DLE,
  /** A sentence that never ends. */
  ENDLESS_SENTENCE,
  /** Sentences that are cut. */
  CUT_SENTENCES,
  /** Blocks that never end. */
  OPEN_BLOCKS,
  /** Groups of which the last member never comes, each member with keys of its own. */
  OPEN_GROUPS,
  /** Blocks full of fields before no sentence. */
  FULL_BLOCKS,
  /** First parts of messages of nine sentences. */
  FIRST_PARTS,
  /** First sentences of alerts of two. */
  FIRST_ALERTS,
  /** First frames of fast packets, of all senders and sequences. */
  FIRST_PACKETS,
  /** Headers that announce the longest UBX payload. */
  UBX_HEADERS,
  /** Headers that announce the longest RTCM payload. */
  RTCM_HEADERS,
  /** Frames of a gateway that never end. */
  OPEN_FRAMES,
  /** The decoder's own good frame, cut or with a wrong bit. */
  DAMAGED;

  /** About this many bytes of it; {@code good} is the decoder's good frame. */
  byte[] of(int bytes, Random random, byte[] good) {
    byte[] slice = new byte[bytes];
    int at = 0;
    while (at < bytes) {
      byte[] piece = piece(random, good);
      int size = Math.min(piece.length, bytes - at);
      System.arraycopy(piece, 0, slice, at, size);
      at += size;
    }
    return slice;
  }

  private byte[] piece(Random random, byte[] good) {
    return switch (this) {
      case RANDOM -> bytes(random, 0, 256);
      case PRINTABLE -> bytes(random, ' ', 95);
      case ZEROS -> new byte[64];
      case ONES -> all(0xFF);
      case DOLLARS -> all('$');
      case EXCLAMATION_MARKS -> all('!');
      case BACKSLASHES -> all('\\');
      case LINE_ENDS -> ascii("\r\n\r\r\n\n");
      case STX -> all(0x02);
      case DLE -> all(0x10);
      case ENDLESS_SENTENCE -> ascii("GPRMC,225446.00,A,4916.450,N,");
      case CUT_SENTENCES -> cut(Lines.SENTENCE, random);
      case OPEN_BLOCKS -> ascii("\\s:GP0001,c:12415440" + random.nextInt(10));
      case OPEN_GROUPS -> member(random);
      case FULL_BLOCKS -> block("k%d:".formatted(random.nextInt(10)) + ",k:".repeat(70));
      case FIRST_PARTS -> firstPart(random);
      case FIRST_ALERTS -> alert(random);
      case FIRST_PACKETS -> packet(random);
      case UBX_HEADERS -> new byte[] {(byte) 0xB5, 0x62, 1, 7, 0, 0x20};
      case RTCM_HEADERS -> new byte[] {(byte) 0xD3, 3, (byte) 0xFF, 1};
      case OPEN_FRAMES -> new byte[] {0x10, 0x02, (byte) 0x93, (byte) random.nextInt()};
      case DAMAGED -> damaged(good, random);
    };
  }

  private static byte[] all(int value) {
    byte[] piece = new byte[64];
    Arrays.fill(piece, (byte) value);
    return piece;
  }

  private static byte[] bytes(Random random, int from, int count) {
    byte[] piece = new byte[256];
    for (int i = 0; i < piece.length; i++) {
      piece[i] = (byte) (from + random.nextInt(count));
    }
    return piece;
  }

  private static byte[] cut(byte[] frame, Random random) {
    return Arrays.copyOf(frame, 1 + random.nextInt(frame.length - 1));
  }

  private static byte[] damaged(byte[] good, Random random) {
    if (random.nextBoolean()) {
      return cut(good, random);
    }
    byte[] damaged = good.clone();
    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(7));
    return damaged;
  }

  private static byte[] member(Random random) {
    int key = random.nextInt(1_000_000);
    String own = "x%d:%s,y%d:1".formatted(key, "z".repeat(random.nextInt(180)), key);
    return ascii(text("g:2-3-%d,%s".formatted(random.nextInt(40), own)) + "$HEHDT,034.4,T*2C\r\n");
  }

  private static byte[] block(String body) {
    return ascii(text(body));
  }

  private static String text(String body) {
    return "\\" + body + "*%02X\\".formatted(sum(body));
  }

  private static byte[] firstPart(Random random) {
    String payload = "5".repeat(300 + random.nextInt(600));
    String body =
        "AIVDM,9,1,%d,%s,%s,0"
            .formatted(random.nextInt(10), random.nextBoolean() ? "A" : "B", payload);
    return ascii("!" + body + "*%02X\r\n".formatted(sum(body)));
  }

  private static byte[] alert(Random random) {
    String body =
        "IIALF,2,1,%d,124304.50,A,W,A,,192,1,1,0,%s"
            .formatted(random.nextInt(10), "LOST".repeat(random.nextInt(200)));
    return ascii("$" + body + "*%02X\r\n".formatted(sum(body)));
  }

  private static byte[] packet(Random random) {
    int id = 6 << 26 | (random.nextBoolean() ? 128275 : 129029) << 8 | random.nextInt(256);
    return ascii(
        "05:55:13.001 R %08X %02X DF 01 02 03 04 05 06\r\n".formatted(id, random.nextInt(8) << 5));
  }

  private static int sum(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum ^= body.charAt(i);
    }
    return sum;
  }
}
