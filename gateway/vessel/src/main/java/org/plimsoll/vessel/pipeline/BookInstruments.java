package org.plimsoll.vessel.pipeline;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.vessel.state.ChannelState;
import org.plimsoll.vessel.state.Instruments;
import org.plimsoll.vocabulary.Quantity;

/** The channels of a moment. Confined to the pipeline thread. */
record BookInstruments(ChannelBook book, long nowNanos) implements Instruments {

  @Override
  public OptionalDouble usable(Quantity quantity) {
    return book.preferred(quantity.path()).map(Held::usable).orElseGet(OptionalDouble::empty);
  }

  @Override
  public Optional<ChannelState> sensor(Quantity quantity) {
    return book.sensor(quantity.path()).map(held -> held.state(nowNanos, true));
  }
}
