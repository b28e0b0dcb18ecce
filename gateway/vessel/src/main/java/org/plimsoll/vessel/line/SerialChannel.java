package org.plimsoll.vessel.line;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadEventLoop;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import jssc.SerialPort;
import jssc.SerialPortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A serial port as a Netty channel.
 *
 * <p>It asks the driver how many bytes are waiting and reads exactly those, so no call ever blocks
 * and an unplugged device is noticed at the next poll: the event thread of jssc never notices it,
 * and its blocking reads spin or hang. The poll is adaptive: {@value #POLL_BUSY_MILLIS} ms while an
 * answer to what was written is due, {@value #POLL_IDLE_MILLIS} ms otherwise.
 *
 * <p>A write is refused, not blocked, while more than {@value #OUTPUT_LIMIT_BYTES} bytes wait in
 * the driver. Confined to an event loop of its own, because opening a device may block in the
 * driver.
 */
final class SerialChannel extends AbstractChannel {

  static final int POLL_BUSY_MILLIS = 5;
  static final int POLL_IDLE_MILLIS = 20;

  /** Busy polls after a write: an answer is due within 300 ms or not at all. */
  private static final int ANSWER_POLLS = 60;

  /** Busy polls after a part of the answer came: the rest follows within a frame's gaps. */
  private static final int TAIL_POLLS = 4;

  /** Most bytes taken in one poll; 4096 bytes are 80 ms at 460800 baud. */
  static final int READ_LIMIT_BYTES = 4096;

  /** Most bytes that may wait in the driver for the device to take them. */
  static final int OUTPUT_LIMIT_BYTES = 1024;

  private static final Logger log = LoggerFactory.getLogger(SerialChannel.class);
  private static final ChannelMetadata METADATA = new ChannelMetadata(false);
  private static final Path PSEUDO_TERMINALS = Path.of("/dev/pts");

  private final ChannelConfig config = new DefaultChannelConfig(this);
  private @Nullable SerialPort port;
  private @Nullable SerialAddress address;
  private @Nullable Path opened;
  private @Nullable String failure;
  private boolean closed;
  private boolean polling;
  private int busyPolls;

  SerialChannel() {
    super(null);
  }

  /** Why the port failed after it had been open, in the driver's words; null if it did not. */
  @Nullable String failure() {
    return failure;
  }

  /** Whether the stable name now leads to another device than the one that was opened. */
  boolean hasMoved() {
    SerialAddress here = address;
    if (here == null || opened == null) {
      return false;
    }
    try {
      return !here.device().toRealPath().equals(opened);
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  protected AbstractUnsafe newUnsafe() {
    return new SerialUnsafe();
  }

  private final class SerialUnsafe extends AbstractUnsafe {
    @Override
    public void connect(SocketAddress remote, SocketAddress local, ChannelPromise promise) {
      if (!promise.setUncancellable() || !ensureOpen(promise)) {
        return;
      }
      try {
        open((SerialAddress) remote);
      } catch (IOException e) {
        safeSetFailure(promise, e);
        close(voidPromise());
        return;
      }
      safeSetSuccess(promise);
      pipeline().fireChannelActive();
    }
  }

  private void open(SerialAddress remote) throws IOException {
    if (!Files.exists(remote.device())) {
      throw new IOException("no such device");
    }
    Path real = remote.device().toRealPath();
    SerialPort candidate = new SerialPort(real.toString());
    try {
      candidate.openPort();
      SerialFormat format = remote.format();
      boolean set =
          candidate.setParams(
              remote.baud(), format.dataBits(), format.stopBits(), format.parity(), false, false);
      // A pseudo-terminal has no modem lines: jssc then says false although the speed is set.
      if (!set && !real.startsWith(PSEUDO_TERMINALS)) {
        throw new IOException(
            "the driver refused " + remote.baud() + " baud " + remote.format().label());
      }
      candidate.purgePort(SerialPort.PURGE_RXCLEAR | SerialPort.PURGE_TXCLEAR);
    } catch (SerialPortException e) {
      closeQuietly(candidate);
      throw new IOException(reason(e), e);
    } catch (IOException e) {
      closeQuietly(candidate);
      throw e;
    }
    port = candidate;
    address = remote;
    opened = real;
  }

  private static String reason(SerialPortException e) {
    return e.getExceptionType().toLowerCase(Locale.ROOT);
  }

  @Override
  protected void doBeginRead() {
    if (!polling) {
      polling = true;
      eventLoop().execute(this::poll);
    }
  }

  private void poll() {
    SerialPort source = port;
    if (source == null) {
      return;
    }
    try {
      int waiting = source.getInputBufferBytesCount();
      if (waiting > 0) {
        busyPolls = Math.min(busyPolls, TAIL_POLLS);
        byte[] bytes = source.readBytes(Math.min(waiting, READ_LIMIT_BYTES));
        if (bytes != null) {
          pipeline().fireChannelRead(Unpooled.wrappedBuffer(bytes));
          pipeline().fireChannelReadComplete();
        }
      }
    } catch (SerialPortException e) {
      failure = "lost: " + reason(e);
      unsafe().close(unsafe().voidPromise());
      return;
    }
    busyPolls = Math.max(0, busyPolls - 1);
    eventLoop()
        .schedule(
            this::poll, busyPolls > 0 ? POLL_BUSY_MILLIS : POLL_IDLE_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  protected void doWrite(ChannelOutboundBuffer in) throws Exception {
    SerialPort sink = port;
    if (sink == null) {
      throw new IOException("not open");
    }
    for (Object message = in.current(); message != null; message = in.current()) {
      ByteBuf bytes = (ByteBuf) message;
      int waiting = sink.getOutputBufferBytesCount();
      if (waiting + bytes.readableBytes() > OUTPUT_LIMIT_BYTES) {
        in.remove(new IOException(waiting + " bytes are waiting for the device to take them"));
      } else if (sink.writeBytes(ByteBufUtil.getBytes(bytes))) {
        in.remove();
      } else {
        in.remove(new IOException("the driver took a part of the bytes only"));
      }
    }
    busyPolls = ANSWER_POLLS;
  }

  @Override
  protected void doClose() {
    closed = true;
    SerialPort open = port;
    port = null;
    if (open != null) {
      closeQuietly(open);
    }
  }

  private static void closeQuietly(SerialPort port) {
    if (!port.isOpened()) {
      return;
    }
    try {
      port.closePort();
    } catch (SerialPortException e) {
      log.debug("closing {}: {}", port.getPortName(), e.getExceptionType());
    }
  }

  @Override
  protected boolean isCompatible(EventLoop loop) {
    return loop instanceof SingleThreadEventLoop;
  }

  @Override
  protected @Nullable SocketAddress localAddress0() {
    return null;
  }

  @Override
  protected @Nullable SocketAddress remoteAddress0() {
    return address;
  }

  @Override
  protected void doBind(SocketAddress local) {
    throw new UnsupportedOperationException("a serial port is connected, not bound");
  }

  @Override
  protected void doDisconnect() {
    doClose();
  }

  @Override
  public ChannelConfig config() {
    return config;
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  @Override
  public boolean isActive() {
    return port != null;
  }

  @Override
  public ChannelMetadata metadata() {
    return METADATA;
  }
}
