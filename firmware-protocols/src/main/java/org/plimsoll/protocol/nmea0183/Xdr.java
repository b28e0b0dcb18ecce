package org.plimsoll.protocol.nmea0183;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Transducer measurements. What a transducer means is a matter of configuration: identifiers are
 * free text, often absent or doubled.
 *
 * <pre>
 * $--XDR{,a,x.x,a,c--c}*hh
 *         type, value, unit, name
 * </pre>
 */
public record Xdr(String talker, List<Transducer> transducers) implements Sentence {

  /**
   * One transducer.
   *
   * @param type IEC 61162-1 letter: A angle, C temperature, D linear, G generic, P pressure, S
   *     switch, ...
   * @param value in {@code unit}; absent when the field is empty or free text
   * @param unit the unit letter, or empty
   * @param name the identifier, or empty
   */
  public record Transducer(char type, OptionalDouble value, String unit, String name) {}

  public Xdr {
    transducers = List.copyOf(transducers);
  }

  static Xdr decode(Fields fields) {
    List<Transducer> transducers = new ArrayList<>(fields.count() / 4);
    for (int i = 1; i <= fields.count(); i += 4) {
      char type = fields.letter(i);
      if (type != Fields.NULL) {
        transducers.add(
            new Transducer(
                type, fields.numberOrText(i + 1), fields.text(i + 2), fields.text(i + 3)));
      }
    }
    return new Xdr(fields.talker(), transducers);
  }

  /** Refuses what {@link #decode} refuses. */
  static void measure(Fields fields, ReadingOutput out) {
    for (int i = 1; i <= fields.count(); i += 4) {
      fields.letter(i);
    }
    out.begins(fields, "XDR");
  }

  void write(FieldWriter out) {
    for (Transducer transducer : transducers) {
      out.letter(transducer.type())
          .plain(transducer.value())
          .text(transducer.unit())
          .text(transducer.name());
    }
  }
}
