package org.plimsoll.cli.frame;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.iec61162.DatagramContent;
import org.plimsoll.protocol.iec61162.DatagramDecoder;
import org.plimsoll.protocol.iec61162.FileBlock;
import org.plimsoll.protocol.iec61162.TaggedSentence;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;

/**
 * Recorded datagrams of IEC 61162-450, one a line in hexadecimal, blanks between the digits or not.
 * Empty lines and those that begin with {@code #} are passed over. Holds one line of {@value
 * #MAX_LINE} characters; what is longer is one malformed frame.
 */
final class DatagramReader implements FrameReader {

  /** The longest datagram there can be, with a blank behind each byte. */
  static final int MAX_LINE = 3 * 65_507;

  private final DatagramDecoder datagrams;
  private final TaggedFrames frames = new TaggedFrames();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean overlong;

  DatagramReader(ChecksumPolicy policy) {
    datagrams = new DatagramDecoder(policy);
  }

  @Override
  public void feed(ByteBuffer bytes, Consumer<? super Frame> sink) {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\n') {
        end(sink);
      } else if (line.size() < MAX_LINE) {
        line.write(next);
      } else {
        overlong = true;
      }
    }
  }

  @Override
  public void end(Consumer<? super Frame> sink) {
    String text = line.toString(StandardCharsets.ISO_8859_1).replaceAll("[ \t\r]", "");
    boolean cut = overlong;
    line.reset();
    overlong = false;
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    if (cut) {
      sink.accept(malformed(Reason.OVERLONG, "more than " + MAX_LINE + " characters in a line"));
      return;
    }
    byte[] datagram;
    try {
      datagram = HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException notHexadecimal) {
      sink.accept(
          malformed(Reason.SYNTAX, "not a datagram in hexadecimal: " + Foreign.quote(text)));
      return;
    }
    datagrams.decode(
        ByteBuffer.wrap(datagram), decoded -> sink.accept(Frame.of(decoded, this::frameOf)));
  }

  private static Frame malformed(Reason reason, String detail) {
    return Frame.of(
        Decoded.<DatagramContent>malformed(reason, detail),
        content -> {
          throw new AssertionError(content);
        });
  }

  private Frame frameOf(DatagramContent content) {
    return content instanceof FileBlock block
        ? Frame.ok(block.token(), FieldTree.of(block), List.of())
        : frames.frameOf((TaggedSentence) content);
  }
}
