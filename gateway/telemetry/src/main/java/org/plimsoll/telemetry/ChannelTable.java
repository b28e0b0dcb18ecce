package org.plimsoll.telemetry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The channels of one stream. It only grows: a channel whose unit or resolution changes is a new
 * channel, so that an old block never changes its meaning.
 *
 * @param stream whose channels these are
 * @param channels channel {@code i} stands at index {@code i}
 */
public record ChannelTable(StreamId stream, List<Channel> channels) {

  /** Most channels of one stream. */
  public static final int MAX_CHANNELS = 4096;

  private static final int HASH_BYTES = 16;

  public ChannelTable {
    channels = List.copyOf(channels);
    if (channels.size() > MAX_CHANNELS) {
      throw new IllegalArgumentException(
          channels.size() + " channels, allowed " + MAX_CHANNELS + " at most");
    }
    for (int i = 0; i < channels.size(); i++) {
      if (channels.get(i).id() != i) {
        throw new IllegalArgumentException("channel " + channels.get(i).id() + " at index " + i);
      }
    }
  }

  /** The channel of this id, if the table knows it already. */
  public Optional<Channel> channel(int id) {
    return id >= 0 && id < channels.size() ? Optional.of(channels.get(id)) : Optional.empty();
  }

  /** Names this content: the first 16 bytes of its SHA-256, in hexadecimal. */
  public String hash() {
    MessageDigest digest = sha256();
    digest.update(stream.hex().getBytes(StandardCharsets.US_ASCII));
    for (Channel channel : channels) {
      digest.update(channel.toString().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }
    return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
