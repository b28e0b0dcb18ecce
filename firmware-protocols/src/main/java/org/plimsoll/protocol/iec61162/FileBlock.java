package org.plimsoll.protocol.iec61162;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;

/**
 * The header of one block of a binary file, all big-endian. Edition 1 has neither the header's
 * length nor device and channel.
 *
 * <pre>
 * 0      6       8      10     16          22   24    28       32           36     37      38
 * RaUdP0 version length source destination type block sequence max sequence device channel data
 * </pre>
 *
 * @param token {@code RaUdP} not retransmittable, {@code RrUdP} retransmittable, {@code RpUdP}
 * @param source of the file, such as {@code VR0001}
 * @param destination of the file; {@code XXXXXX} is anybody
 * @param block identifier of the file
 * @param sequence of this part
 * @param lastSequence of the file
 * @param dataBytes bytes behind the header
 */
public record FileBlock(
    String token,
    int version,
    String source,
    String destination,
    Type type,
    long block,
    long sequence,
    long lastSequence,
    OptionalInt device,
    OptionalInt channel,
    int dataBytes)
    implements DatagramContent {

  /** What the block is for. */
  public enum Type {
    DATA,
    QUERY,
    ACKNOWLEDGEMENT
  }

  private static final int TOKEN_BYTES = 6;
  private static final int IDENTIFIER_BYTES = 6;
  private static final int EDITION_1_BYTES = 34;
  private static final int EDITION_2_BYTES = 38;
  private static final Type[] TYPES = Type.values();

  /**
   * Reads a header.
   *
   * @param datagram the whole datagram, big-endian, its token verified
   */
  static Decoded<DatagramContent> decode(String token, ByteBuffer datagram) {
    int end = datagram.limit();
    if (end < TOKEN_BYTES + Short.BYTES) {
      return Decoded.malformed(Reason.TRUNCATED, token + " of " + end + " bytes");
    }
    int version = datagram.getShort(TOKEN_BYTES) & 0xFFFF;
    if (version != 1 && version != 2) {
      return Decoded.unsupported(token + " version " + version);
    }
    int least = version == 1 ? EDITION_1_BYTES : EDITION_2_BYTES;
    if (end < least) {
      return Decoded.malformed(Reason.TRUNCATED, token + " of " + end + " bytes");
    }
    int at = TOKEN_BYTES + Short.BYTES;
    int header = least;
    if (version == 2) {
      header = datagram.getShort(at) & 0xFFFF;
      at += Short.BYTES;
    }
    if (header < least || header > end) {
      return Decoded.malformed(Reason.RANGE, token + " header of " + header + " bytes");
    }
    datagram.position(at);
    String source = identifier(datagram);
    String destination = identifier(datagram);
    int type = datagram.getShort() & 0xFFFF;
    if (type < 1 || type > TYPES.length) {
      return Decoded.malformed(Reason.RANGE, token + " of type " + type);
    }
    return Decoded.value(
        new FileBlock(
            token,
            version,
            source,
            destination,
            TYPES[type - 1],
            unsigned(datagram),
            unsigned(datagram),
            unsigned(datagram),
            version == 2 ? OptionalInt.of(datagram.get() & 0xFF) : OptionalInt.empty(),
            version == 2 ? OptionalInt.of(datagram.get() & 0xFF) : OptionalInt.empty(),
            end - header));
  }

  private static long unsigned(ByteBuffer datagram) {
    return datagram.getInt() & 0xFFFF_FFFFL;
  }

  private static String identifier(ByteBuffer datagram) {
    byte[] text = new byte[IDENTIFIER_BYTES];
    datagram.get(text);
    return new String(text, StandardCharsets.ISO_8859_1).replace("\0", "").trim();
  }
}
