package org.plimsoll.vessel.line;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.iec61162.DatagramContent;
import org.plimsoll.protocol.iec61162.DatagramDecoder;
import org.plimsoll.protocol.iec61162.TaggedDecoder;
import org.plimsoll.protocol.iec61162.TaggedSentence;
import org.plimsoll.protocol.nmea0183.AlertSentence;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;

/**
 * Alert sentences in both directions: a line of its own, or datagrams of IEC 61162-450. A sentence
 * that the device does not take yet waits. Confined to the line's event loop; one for each opening.
 */
final class AlertHandler extends SimpleChannelInboundHandler<ByteBuf> {

  /** Sentences that may wait for the device; the oldest is dropped, the cyclic list tells of it. */
  static final int MAX_WAITING = 1024;

  /** A device that takes nothing is asked again after so long. */
  private static final long RETRY_MILLIS = 50;

  private static final long JOINED_MILLIS = 100;
  private static final int MAX_LINE_COUNT = 999;

  private final String line;
  private final Dialect.BridgeAlerts dialect;
  private final Ear ear;
  private final TaggedDecoder stream = new TaggedDecoder(ChecksumPolicy.REQUIRED);
  private final DatagramDecoder datagrams = new DatagramDecoder(ChecksumPolicy.REQUIRED);
  private final Deque<String> waiting = new ArrayDeque<>();
  private @Nullable ChannelHandlerContext open;
  private boolean writing;
  private int lineCount;
  private long dropped;

  AlertHandler(String line, Dialect.BridgeAlerts dialect, Ear ear) {
    this.line = line;
    this.dialect = dialect;
    this.ear = ear;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    if (context.channel().isActive()) {
      opened(context);
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) throws Exception {
    opened(context);
    super.channelActive(context);
  }

  private void opened(ChannelHandlerContext context) {
    if (open == null) {
      open = context;
      // A group is joined a moment after its socket is open.
      context
          .executor()
          .schedule(
              () -> ear.traffic(new AlertTraffic.Opened(line)),
              JOINED_MILLIS,
              TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    open = null;
    waiting.clear();
    super.channelInactive(context);
  }

  /** Says sentences, each with CR and LF. */
  void say(List<String> sentences) {
    for (String sentence : sentences) {
      if (waiting.size() == MAX_WAITING) {
        waiting.removeFirst();
        ear.remark(++dropped + " alert sentences dropped: the device takes them too slowly");
      }
      waiting.addLast(sentence);
    }
    pump();
  }

  private void pump() {
    ChannelHandlerContext to = open;
    String next = waiting.peekFirst();
    if (to == null || writing || next == null) {
      return;
    }
    writing = true;
    to.writeAndFlush(message(next))
        .addListener(
            done -> {
              writing = false;
              if (done.isSuccess()) {
                waiting.pollFirst();
                pump();
              } else if (to.channel().isActive()) {
                to.executor().schedule(this::pump, RETRY_MILLIS, TimeUnit.MILLISECONDS);
              }
            });
  }

  private Object message(String sentence) {
    if (dialect.datagrams().isEmpty()) {
      return Unpooled.copiedBuffer(sentence, StandardCharsets.US_ASCII);
    }
    Dialect.BridgeAlerts.Datagrams to = dialect.datagrams().get();
    lineCount = lineCount % MAX_LINE_COUNT + 1;
    return new DatagramPacket(
        Unpooled.copiedBuffer(
            "UdPbC\0" + tag("s:" + to.source() + ",n:" + lineCount) + sentence,
            StandardCharsets.US_ASCII),
        new InetSocketAddress(to.host(), to.udpPort()));
  }

  private static String tag(String fields) {
    int sum = 0;
    for (int i = 0; i < fields.length(); i++) {
      sum ^= fields.charAt(i);
    }
    return String.format("\\%s*%02X\\", fields, sum);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
    if (dialect.datagrams().isPresent()) {
      datagrams.decode(bytes.nioBuffer(), this::content);
    } else {
      for (ByteBuffer buffer : bytes.nioBuffers()) {
        stream.feed(buffer, this::content);
      }
    }
  }

  private void content(Decoded<? extends DatagramContent> frame) {
    ear.frame(frame);
    if (frame instanceof Decoded.Value<? extends DatagramContent> good
        && good.value() instanceof TaggedSentence tagged
        && tagged.sentence().orElse(null) instanceof AlertSentence alert) {
      ear.traffic(new AlertTraffic.Said(line, alert));
    }
  }
}
