package org.plimsoll.protocol.ubx;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.gnss.GnssLineDecoder;
import org.plimsoll.protocol.gnss.GnssMessage;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;

/** A line of which no sentence is expected. */
public final class UbxStream {

  private final GnssLineDecoder line = new GnssLineDecoder(ChecksumPolicy.REQUIRED);

  /** Takes all remaining bytes. */
  public void feed(ByteBuffer bytes, Consumer<? super Decoded<UbxMessage>> sink) {
    line.feed(
        bytes,
        (Decoded<GnssMessage> decoded) ->
            sink.accept(decoded.map(message -> ((GnssMessage.Ubx) message).message())));
  }

  /** Forgets what was begun. */
  public void reset() {
    line.reset();
  }
}
