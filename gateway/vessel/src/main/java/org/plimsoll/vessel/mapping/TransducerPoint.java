package org.plimsoll.vessel.mapping;

import org.plimsoll.configuration.Section;
import org.plimsoll.protocol.nmea0183.Xdr.Transducer;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/**
 * One transducer of an {@code XDR} sentence.
 *
 * @param name the transducer's name as the device says it
 * @param quantity what it means
 * @param scaling to the quantity's unit
 */
public record TransducerPoint(String name, Quantity quantity, Scaling scaling) {

  /** Reads one entry of {@code transducers}. */
  public static TransducerPoint read(Section section) {
    Quantity quantity = MappedQuantity.read(section);
    return new TransducerPoint(section.text("name"), quantity, Scaling.read(section, quantity));
  }

  boolean matches(Transducer transducer) {
    return name.equals(transducer.name());
  }

  Reading reading(Transducer transducer) {
    return scaling.reading(quantity, transducer.value(), Quality.GOOD);
  }
}
