package org.plimsoll.shore.ingest;

import java.util.Optional;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.telemetry.mqtt.InboundMessage;

/** Reads blocks, and says what is wrong with those that are not taken. Confined to one thread. */
final class BlockIntake {

  /** What a message turned out to be. */
  sealed interface Result {

    /** A block of that vessel, which may be stored once its channel table is known. */
    record Taken(VesselId vessel, Block block) implements Result {}

    /**
     * Not to be stored.
     *
     * @param vessel whose topic it came on, a name that may stand in a file name
     */
    record Refused(String vessel, String reason) implements Result {}
  }

  private final IngestConfig config;
  private final Topics topics;
  private final ChannelTables tables;
  private final BlockCodec codec = new BlockCodec();

  BlockIntake(IngestConfig config, Topics topics, ChannelTables tables) {
    this.config = config;
    this.topics = topics;
    this.tables = tables;
  }

  Result read(InboundMessage message) {
    Optional<VesselId> vessel = topics.vesselOf(message.topic());
    if (vessel.isEmpty()) {
      return new Result.Refused("unknown", "topic is none of a vessel");
    }
    String name = vessel.get().text();
    BlockResult result = codec.decode(message.payload());
    if (result instanceof BlockResult.Refused refused) {
      return new Result.Refused(name, refused.reason() + ": " + refused.detail());
    }
    Block block = ((BlockResult.Good) result).block();
    Optional<String> objection = objection(vessel.get(), block);
    return objection.isPresent()
        ? new Result.Refused(name, objection.get())
        : new Result.Taken(vessel.get(), block);
  }

  private Optional<String> objection(VesselId vessel, Block block) {
    if (!config.accept().contains(block.origin())) {
      return Optional.of(block.origin() + " readings are not accepted here");
    }
    Optional<VesselId> owner = tables.of(block.stream()).map(ChannelTables.Known::owner);
    if (owner.isPresent() && !owner.get().equals(vessel)) {
      return Optional.of("stream " + block.stream() + " belongs to " + owner.get());
    }
    return BlockPoints.objection(block);
  }

  /** Whether every channel of the block is known. */
  boolean isReadable(Block block) {
    return tables
        .of(block.stream())
        .map(known -> known.table().channels().size() >= block.channelCount())
        .orElse(false);
  }
}
