package org.plimsoll.vessel.outbox;

import java.util.List;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.Entry;
import org.plimsoll.telemetry.Row;
import org.plimsoll.vocabulary.Quantity;

/**
 * The channels of statistics by the minute, which are told by the last part of their paths. A
 * commit group of such channels becomes a block of its own, so that it can go ashore ahead of the
 * readings that it is of.
 */
public final class MinuteChannels {

  private static final String MEAN = ".minuteMean";
  private static final String LEAST = ".minuteMin";
  private static final String MOST = ".minuteMax";
  private static final List<String> ENDS = List.of(MEAN, LEAST, MOST);

  private MinuteChannels() {}

  /** Whether a quantity's path leaves room for theirs. */
  public static boolean haveRoom(Quantity quantity) {
    return quantity.path().length() + MEAN.length() <= Quantity.MAX_PATH_LENGTH;
  }

  /** The mean of the readings of a minute. */
  public static Quantity mean(Quantity of) {
    return of(of, MEAN, ", mean of a minute");
  }

  /** The least of them. */
  public static Quantity least(Quantity of) {
    return of(of, LEAST, ", least of a minute");
  }

  /** The greatest of them. */
  public static Quantity most(Quantity of) {
    return of(of, MOST, ", most of a minute");
  }

  private static Quantity of(Quantity of, String end, String title) {
    return new Quantity(
        of.path() + end,
        of.unit(),
        of.resolution(),
        of.minimum(),
        of.maximum(),
        of.title() + title);
  }

  /** Whether a block holds statistics and nothing else. */
  public static boolean fill(PendingBlock block, ChannelTable channels) {
    return new BlockCodec().decode(block.body()) instanceof BlockResult.Good good
        && good.block().entries().stream().allMatch(entry -> fill(entry, channels));
  }

  /** Whether a commit group holds statistics; all of its samples are alike. */
  static boolean fill(Entry entry, ChannelTable channels) {
    if (!(entry instanceof Row row) || row.samples().isEmpty()) {
      return false;
    }
    int channel = row.samples().get(0).channel();
    return channel < channels.channels().size()
        && ENDS.stream().anyMatch(channels.channels().get(channel).path()::endsWith);
  }
}
