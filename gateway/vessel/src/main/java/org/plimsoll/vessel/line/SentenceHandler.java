package org.plimsoll.vessel.line;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.nmea0183.Nmea0183Decoder;
import org.plimsoll.protocol.nmea0183.Sentence;

/** NMEA 0183 on a line. Confined to the line's event loop; one for each opening. */
final class SentenceHandler extends SimpleChannelInboundHandler<ByteBuf> {

  /** Most talkers and formatters of a line whose source names are remembered. */
  static final int MAX_SOURCES = 256;

  private final String line;
  private final Dialect.Nmea0183 dialect;
  private final Ear ear;
  private final Nmea0183Decoder decoder;
  private final Map<String, Map<String, String>> sources = new HashMap<>();
  private int sourceCount;

  SentenceHandler(String line, Dialect.Nmea0183 dialect, Ear ear) {
    this.line = line;
    this.dialect = dialect;
    this.ear = ear;
    this.decoder = new Nmea0183Decoder(dialect.checksum());
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
    for (ByteBuffer buffer : bytes.nioBuffers()) {
      decoder.feed(buffer, this::frame);
    }
  }

  private void frame(Decoded<Sentence> frame) {
    ear.frame(frame);
    if (frame instanceof Decoded.Value<Sentence> good) {
      Sentence sentence = good.value();
      ear.heard(source(sentence), dialect.mapping().readings(sentence));
    }
  }

  private String source(Sentence sentence) {
    Map<String, String> ofTalker = sources.get(sentence.talker());
    String known = ofTalker == null ? null : ofTalker.get(sentence.formatter());
    if (known != null) {
      return known;
    }
    String source = line + "." + sentence.talker() + sentence.formatter();
    if (sourceCount < MAX_SOURCES) {
      sourceCount++;
      sources
          .computeIfAbsent(sentence.talker(), talker -> new HashMap<>())
          .put(sentence.formatter(), source);
    }
    return source;
  }
}
