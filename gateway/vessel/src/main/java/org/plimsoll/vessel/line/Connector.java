package org.plimsoll.vessel.line;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.Optional;

/** Opens what a transport names as a channel on the line's event loop. */
final class Connector {

  private static final int CONNECT_TIMEOUT_MILLIS = 2000;

  private Connector() {}

  /** The opening; a failed one has closed what it opened. */
  static ChannelFuture open(Transport transport, EventLoop loop, ChannelHandler pipeline) {
    Bootstrap bootstrap = new Bootstrap().group(loop).handler(pipeline);
    if (transport instanceof Transport.Serial serial) {
      return bootstrap
          .channelFactory(SerialChannel::new)
          .connect(new SerialAddress(serial.path(), serial.baud(), serial.format()));
    }
    if (transport instanceof Transport.Tcp tcp) {
      return bootstrap
          .channel(NioSocketChannel.class)
          .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
          .option(ChannelOption.SO_KEEPALIVE, true)
          .connect(tcp.host(), tcp.tcpPort());
    }
    if (transport instanceof Transport.Udp udp) {
      return bootstrap.channel(NioDatagramChannel.class).bind(udp.host(), udp.udpPort());
    }
    if (transport instanceof Transport.Multicast multicast) {
      return multicast(multicast, bootstrap);
    }
    throw new AssertionError(transport);
  }

  /**
   * Binds to the group's address, so that other groups on the same port are not heard, and joins
   * it. Several lines and programs may listen to one group.
   */
  private static ChannelFuture multicast(Transport.Multicast multicast, Bootstrap bootstrap) {
    InetAddress group = addressOf(multicast);
    SocketProtocolFamily family =
        group instanceof Inet6Address ? SocketProtocolFamily.INET6 : SocketProtocolFamily.INET;
    InetSocketAddress address = new InetSocketAddress(group, multicast.udpPort());
    ChannelFuture bound =
        bootstrap
            .channelFactory(() -> new NioDatagramChannel(family))
            .option(ChannelOption.SO_REUSEADDR, true)
            .bind(address);
    Channel channel = bound.channel();
    ChannelPromise joined = channel.newPromise();
    bound.addListener(
        done -> {
          if (!bound.isSuccess()) {
            joined.setFailure(bound.cause());
          } else {
            join((DatagramChannel) channel, address, multicast.networkInterface(), joined);
          }
        });
    return joined;
  }

  private static InetAddress addressOf(Transport.Multicast multicast) {
    try {
      return InetAddress.getByName(multicast.group());
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(multicast.group() + " is not an address", e);
    }
  }

  private static void join(
      DatagramChannel channel,
      InetSocketAddress group,
      Optional<String> interfaceName,
      ChannelPromise joined) {
    try {
      ChannelFuture joining =
          interfaceName.isPresent()
              ? channel.joinGroup(group, interfaceOf(interfaceName.get()))
              : channel.joinGroup(group.getAddress());
      joining.addListener(
          done -> {
            if (joining.isSuccess()) {
              joined.setSuccess();
            } else {
              fail(channel, joined, joining.cause());
            }
          });
    } catch (IOException e) {
      fail(channel, joined, e);
    }
  }

  private static NetworkInterface interfaceOf(String name) throws IOException {
    NetworkInterface found = NetworkInterface.getByName(name);
    if (found == null) {
      throw new IOException("no network interface " + name);
    }
    return found;
  }

  private static void fail(Channel channel, ChannelPromise joined, Throwable cause) {
    channel.close();
    joined.setFailure(cause);
  }
}
