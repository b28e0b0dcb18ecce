package org.plimsoll.protocol.iec61162;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Unsupported;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Nmea0183Decoder;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.protocol.nmea0183.TagBlockSink;

/**
 * Sentences with their TAG blocks from a byte stream in any chunking.
 *
 * <pre>
 * {\body*hh\} $ttfff,field,field*hh CR LF
 *  none or several blocks, each with a checksum of its own
 * </pre>
 *
 * A block that cannot be trusted is one {@link Malformed}; its sentence is kept without it. Blocks
 * alone on their line, or before a sentence that is not decoded, are a {@link TaggedSentence}
 * without a sentence. Never throws; holds one sentence, {@value #MAX_BLOCKS} blocks of {@value
 * #MAX_FIELDS} fields and {@value TagGroups#MAX_GROUPS} groups. Confined to the thread that feeds
 * it.
 */
public final class TaggedDecoder {

  /** Blocks before one sentence; further ones are refused. */
  public static final int MAX_BLOCKS = 8;

  /** Fields of the blocks before one sentence; a block that brings more is refused. */
  public static final int MAX_FIELDS = 64;

  private final Blocks blocks = new Blocks();
  private final Nmea0183Decoder decoder;
  private final TagGroups groups = new TagGroups();

  /** Where what is decoded goes, during a call of {@link #feed} only. */
  private Consumer<? super Decoded<TaggedSentence>> sink = ignored -> {};

  /** A decoder that has heard nothing yet. */
  public TaggedDecoder(ChecksumPolicy policy) {
    decoder = new Nmea0183Decoder(policy, blocks);
  }

  /** Sentences longer than the norm allows; see {@link Nmea0183Decoder#overlength}. */
  public long overlength() {
    return decoder.overlength();
  }

  /** Forgets a sentence begun, its blocks and all groups, as after the line was reopened. */
  public void reset() {
    decoder.reset();
    blocks.take();
    groups.forget();
  }

  /** Forgets a sentence begun and its blocks; groups go on, as from one datagram to the next. */
  void endOfDatagram() {
    decoder.reset();
    blocks.take();
  }

  /**
   * Takes all remaining bytes.
   *
   * @param sink called on this thread, once per sentence, per line of blocks alone, per block that
   *     is malformed and per run of noise
   */
  public void feed(ByteBuffer bytes, Consumer<? super Decoded<TaggedSentence>> sink) {
    this.sink = sink;
    decoder.feed(bytes, this::sentence);
    this.sink = ignored -> {};
  }

  private void sentence(Decoded<Sentence> decoded) {
    if (decoded instanceof Value<Sentence> value) {
      sink.accept(
          Decoded.value(new TaggedSentence(Optional.of(value.value()), joined(blocks.take()))));
    } else if (decoded instanceof Unsupported<Sentence> unsupported) {
      blocks.standAlone();
      sink.accept(Decoded.unsupported(unsupported.what()));
    } else if (decoded instanceof Malformed<Sentence> malformed) {
      if (malformed.reason() != Reason.NOISE) {
        blocks.standAlone();
      }
      sink.accept(Decoded.malformed(malformed.reason(), malformed.detail()));
    }
  }

  private Optional<TagBlock> joined(@Nullable TagBlock block) {
    return Optional.ofNullable(block).map(groups::join);
  }

  /** The blocks since the last sentence. */
  private final class Blocks implements TagBlockSink {

    private final List<TagBlock> waiting = new ArrayList<>(MAX_BLOCKS);

    @Override
    public void block(byte[] bytes, int from, int to) {
      Decoded<TagBlock> decoded = TagBlock.decode(bytes, from, to);
      if (decoded instanceof Malformed<TagBlock> malformed) {
        sink.accept(Decoded.malformed(malformed.reason(), malformed.detail()));
      } else if (waiting.size() == MAX_BLOCKS) {
        sink.accept(Decoded.malformed(Reason.OVERLONG, "more than 8 TAG blocks"));
      } else if (decoded instanceof Value<TagBlock> value) {
        await(value.value());
      }
    }

    private void await(TagBlock block) {
      int fields = block.fields().size();
      for (TagBlock before : waiting) {
        fields += before.fields().size();
      }
      if (fields > MAX_FIELDS) {
        sink.accept(Decoded.malformed(Reason.OVERLONG, "more than 64 fields of TAG blocks"));
      } else {
        waiting.add(block);
      }
    }

    @Override
    public void lineEnd() {
      standAlone();
    }

    /** Says what waits without a sentence. */
    void standAlone() {
      if (!waiting.isEmpty()) {
        sink.accept(Decoded.value(new TaggedSentence(Optional.empty(), joined(take()))));
      }
    }

    /** All in one, or null; none are left. */
    @Nullable TagBlock take() {
      TagBlock all = null;
      for (TagBlock block : waiting) {
        all = all == null ? block : all.with(block);
      }
      waiting.clear();
      return all;
    }
  }
}
