package org.plimsoll.protocol.ais;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.nmea0183.AisSentence;

/**
 * Messages from VDM and VDO sentences whose checksums held.
 *
 * <p>Sentences of a message belong together by source, talker, formatter, total, sequence number
 * and channel (which one of them may lack), and must come in order; other messages may come
 * between. One that is out of order, or begins anew, ends the message begun. A value is emitted on
 * the sentence that completes it, so the caller knows by that whether it is of the own ship (VDO).
 *
 * <p>Sees no clock: a message is given up when its next sentence is not among the following {@link
 * #MAX_AGE_SENTENCES}, or after {@link #MAX_AGE_TICKS} calls of {@link #tick}. Never throws on
 * input; holds at most {@link #MAX_OPEN} messages and gives up the oldest for a further one. Every
 * message given up is one {@link Reason#TRUNCATED}. Confined to the thread that feeds it.
 */
public final class AisDecoder {

  /** Messages that may be open at a time: more than the ten sequence numbers of one talker. */
  public static final int MAX_OPEN = 16;

  /** Sentences between the first and the last of a message; a busy coast has 50 a second. */
  public static final int MAX_AGE_SENTENCES = 200;

  /** Ticks from the first to the last sentence of a message. */
  public static final int MAX_AGE_TICKS = 4;

  private static final int MAX_TOTAL = 9;
  private static final int MAX_FILL_BITS = 5;

  private final Payload single = new Payload();
  private final OpenGroup[] groups =
      Stream.generate(OpenGroup::new).limit(MAX_OPEN).toArray(OpenGroup[]::new);
  private int open;
  private long heard;

  /** Forgets the messages begun, as after the line was reopened. */
  public void reset() {
    for (OpenGroup group : groups) {
      group.close();
    }
    open = 0;
  }

  /** How many messages wait for further sentences. */
  public int open() {
    return open;
  }

  /** Takes a sentence of the only source. */
  public void feed(AisSentence sentence, Consumer<? super Decoded<AisMessage>> sink) {
    feed("", sentence, sink);
  }

  /**
   * Takes a sentence.
   *
   * @param source where it was heard, such as a line or the source of its TAG block: sentences of
   *     different sources are never joined
   * @param sink called on this thread; not at all for a sentence that awaits others
   */
  public void feed(
      String source, AisSentence sentence, Consumer<? super Decoded<AisMessage>> sink) {
    heard++;
    if (open > 0) {
      giveUpOld(sink);
    }
    int total = sentence.total().orElse(0);
    int number = sentence.number().orElse(0);
    int fillBits = sentence.fillBits().orElse(0);
    if (number < 1 || number > total || total > MAX_TOTAL) {
      sink.accept(Decoded.malformed(Reason.SYNTAX, "sentence " + number + " of " + total));
    } else if (fillBits < 0 || fillBits > MAX_FILL_BITS || fillBits > 0 && number < total) {
      sink.accept(
          Decoded.malformed(
              Reason.SYNTAX, fillBits + " fill bits in sentence " + number + " of " + total));
    } else if (total == 1) {
      single.clear();
      Payload.Appended appended = single.append(sentence.payload(), fillBits);
      sink.accept(appended == Payload.Appended.ALL ? decode(single) : refusal(appended, sentence));
    } else if (sentence.sequence().isEmpty()) {
      sink.accept(
          Decoded.malformed(Reason.SYNTAX, "one of " + total + " without a number to join"));
    } else {
      join(source, sentence, number, total, fillBits, sink);
    }
  }

  /** Lets the messages begun grow older; to be called about once a second. */
  public void tick(Consumer<? super Decoded<AisMessage>> sink) {
    for (OpenGroup group : groups) {
      if (group.isOpen() && group.tick() >= MAX_AGE_TICKS) {
        giveUp(group, sink);
      }
    }
  }

  private void join(
      String source,
      AisSentence part,
      int number,
      int total,
      int fillBits,
      Consumer<? super Decoded<AisMessage>> sink) {
    int sequence = part.sequence().orElse(0);
    OpenGroup group = find(source, part, sequence, total);
    if (group != null && group.next() != number) {
      giveUp(group, sink);
      if (number > 1) {
        return;
      }
      group = null;
    }
    if (group == null && number > 1) {
      sink.accept(
          Decoded.malformed(
              Reason.UNEXPECTED, "sentence " + number + " of " + total + " without the first"));
      return;
    }
    if (group == null) {
      group = room(sink);
      group.begin(source, part, sequence, total, heard);
      open++;
    }
    Payload.Appended appended = group.append(part, fillBits);
    if (appended != Payload.Appended.ALL) {
      close(group);
      sink.accept(refusal(appended, part));
    } else if (group.isComplete()) {
      close(group);
      sink.accept(decode(group.payload()));
    }
  }

  /** The message that this sentence belongs to: on its channel, or else the only one without. */
  private @Nullable OpenGroup find(String source, AisSentence part, int sequence, int total) {
    OpenGroup found = null;
    boolean ambiguous = false;
    for (OpenGroup group : groups) {
      if (group.isKin(source, part, sequence, total)) {
        if (group.isOnChannel(part.channel())) {
          return group;
        }
        if (group.mayBeOnChannel(part.channel())) {
          ambiguous = found != null;
          found = group;
        }
      }
    }
    return ambiguous ? null : found;
  }

  /** A closed group; the oldest is given up if there is none. */
  private OpenGroup room(Consumer<? super Decoded<AisMessage>> sink) {
    OpenGroup oldest = groups[0];
    for (OpenGroup group : groups) {
      if (!group.isOpen()) {
        return group;
      }
      if (group.begun() < oldest.begun()) {
        oldest = group;
      }
    }
    giveUp(oldest, sink);
    return oldest;
  }

  private void giveUpOld(Consumer<? super Decoded<AisMessage>> sink) {
    for (OpenGroup group : groups) {
      if (group.isOpen() && heard - group.begun() > MAX_AGE_SENTENCES) {
        giveUp(group, sink);
      }
    }
  }

  private void giveUp(OpenGroup group, Consumer<? super Decoded<AisMessage>> sink) {
    close(group);
    sink.accept(Decoded.malformed(Reason.TRUNCATED, "without " + group));
  }

  private void close(OpenGroup group) {
    group.close();
    open--;
  }

  private static Decoded<AisMessage> decode(Payload bits) {
    if (bits.bits() < MessageTable.HEADER_BITS) {
      return Decoded.malformed(Reason.TRUNCATED, "AIS message of " + bits.bits() + " bits");
    }
    MessageTable.Row row = MessageTable.rowOf(bits);
    if (row == null) {
      return Decoded.unsupported(MessageTable.name(bits));
    }
    if (bits.bits() < row.minimumBits()) {
      return Decoded.malformed(
          Reason.TRUNCATED,
          MessageTable.name(bits) + " of " + bits.bits() + " bits, not " + row.minimumBits());
    }
    return Decoded.value(row.decode().apply(bits));
  }

  private static Decoded<AisMessage> refusal(Payload.Appended appended, AisSentence sentence) {
    Reason reason = appended == Payload.Appended.TOO_LONG ? Reason.OVERLONG : Reason.SYNTAX;
    return Decoded.malformed(reason, Foreign.quote(sentence.payload()));
  }
}
