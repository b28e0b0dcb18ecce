package org.plimsoll.protocol.iec61162;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;

/**
 * Datagrams of IEC 61162-450, told apart by what is in them, never by group or port.
 *
 * <pre>
 * UdPbC NUL {{\tag block\} sentence CR LF}     1 to n sentences
 * RaUdP NUL, RrUdP NUL, RpUdP NUL, header      a block of a binary file
 * NkPgN NUL                                    an NMEA 2000 message; unsupported
 * $ ! \                                        sentences without a token, common over UDP
 * </pre>
 *
 * Each datagram stands alone but for its groups: a sentence ends with it at the latest. Never
 * throws. Confined to the thread that feeds it.
 */
public final class DatagramDecoder {

  private static final int TOKEN_LENGTH = 5;
  private static final byte[] LINE_END = {'\n'};

  private final TaggedDecoder sentences;

  /**
   * @param policy what sentences owe; IEC 61162-450 demands their checksum
   */
  public DatagramDecoder(ChecksumPolicy policy) {
    sentences = new TaggedDecoder(policy);
  }

  /** Sentences longer than the norm allows; see {@link TaggedDecoder#overlength}. */
  public long overlength() {
    return sentences.overlength();
  }

  /**
   * Takes one datagram.
   *
   * @param datagram its remaining bytes; all are taken
   * @param sink called on this thread, once for each thing in it
   */
  public void decode(ByteBuffer datagram, Consumer<? super Decoded<DatagramContent>> sink) {
    ByteBuffer whole = datagram.slice().order(ByteOrder.BIG_ENDIAN);
    datagram.position(datagram.limit());
    if (!whole.hasRemaining()) {
      sink.accept(Decoded.malformed(Reason.TRUNCATED, "empty datagram"));
      return;
    }
    byte first = whole.get(0);
    if (first == '$' || first == '!' || first == '\\') {
      sentences(whole, sink);
      return;
    }
    String token = token(whole);
    boolean terminated = whole.limit() > TOKEN_LENGTH && whole.get(TOKEN_LENGTH) == 0;
    if (!terminated) {
      sink.accept(
          Decoded.malformed(Reason.SYNTAX, "no NUL behind token \"" + Foreign.quote(token) + "\""));
      return;
    }
    switch (token) {
      case "UdPbC" -> {
        if (whole.limit() == TOKEN_LENGTH + 1) {
          sink.accept(Decoded.malformed(Reason.TRUNCATED, "UdPbC without a sentence"));
        } else {
          whole.position(TOKEN_LENGTH + 1);
          sentences(whole, sink);
        }
      }
      case "RaUdP", "RrUdP", "RpUdP" -> sink.accept(FileBlock.decode(token, whole));
      case "NkPgN" -> sink.accept(Decoded.unsupported(token));
      default ->
          sink.accept(Decoded.malformed(Reason.SYNTAX, "token \"" + Foreign.quote(token) + "\""));
    }
  }

  private void sentences(ByteBuffer lines, Consumer<? super Decoded<DatagramContent>> sink) {
    Consumer<Decoded<TaggedSentence>> content =
        tagged -> sink.accept(tagged.<DatagramContent>map(sentence -> sentence));
    sentences.feed(lines, content);
    sentences.feed(ByteBuffer.wrap(LINE_END), content);
    sentences.endOfDatagram();
  }

  private static String token(ByteBuffer datagram) {
    byte[] token = new byte[Math.min(TOKEN_LENGTH, datagram.limit())];
    datagram.get(0, token);
    return new String(token, StandardCharsets.ISO_8859_1);
  }
}
