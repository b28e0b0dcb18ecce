package org.plimsoll.protocol.nmea2000;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.plimsoll.protocol.Decoded;

/**
 * Parameter groups from the bytes of a gateway. Groups that are not decoded are {@code Unsupported}
 * by their PGN. Never throws; bounded as {@link Ngt1Decoder} and {@link TextGatewayDecoder} are.
 * Confined to the thread that feeds it.
 */
public final class Nmea2000Decoder {

  /** How the gateway speaks. */
  public enum Form {
    /** Actisense NGT-1 and others that speak as it does. */
    NGT_1,
    /** Lines: Yacht Devices RAW, {@code $PCDIN}, {@code $MXPGN}, canboat. */
    TEXT
  }

  private final Form form;
  private final Ngt1Decoder binary = new Ngt1Decoder();
  private final TextGatewayDecoder text = new TextGatewayDecoder();

  /** A decoder that has heard nothing yet. */
  public Nmea2000Decoder(Form form) {
    this.form = form;
  }

  /** Forgets what was begun, as after the line was reopened. */
  public void reset() {
    binary.reset();
    text.reset();
  }

  /**
   * Takes all remaining bytes.
   *
   * @param sink called on this thread, once per message, broken frame or run of noise
   */
  public void feed(ByteBuffer bytes, Consumer<? super Decoded<BusReport>> sink) {
    if (form == Form.NGT_1) {
      binary.feed(bytes, frame -> sink.accept(frame.flatMap(Nmea2000Decoder::report)));
    } else {
      text.feed(bytes, message -> sink.accept(message.flatMap(Nmea2000Decoder::report)));
    }
  }

  /** What a message says. */
  public static Decoded<ParameterGroup> decode(BusMessage message) {
    return GroupTable.decode(message);
  }

  private static Decoded<BusReport> report(Ngt1Frame frame) {
    BusMessage message = frame.message();
    return message == null
        ? Decoded.unsupported("NGT-1 command " + Integer.toHexString(frame.command()))
        : report(message);
  }

  private static Decoded<BusReport> report(BusMessage message) {
    return decode(message).map(group -> new BusReport(message, group));
  }
}
