package org.plimsoll.vessel.state;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quantity;

/** What can be read now. Confined to the pipeline thread. */
public interface Instruments {

  /** The value of a quantity, in its unit, if a decision may rest on it. */
  OptionalDouble usable(Quantity quantity);

  /** The best source of a quantity that is a sensor, whatever its quality; empty without one. */
  Optional<ChannelState> sensor(Quantity quantity);
}
