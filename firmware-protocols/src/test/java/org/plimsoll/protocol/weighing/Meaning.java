package org.plimsoll.protocol.weighing;

import java.util.OptionalDouble;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Unsupported;
import org.plimsoll.protocol.Decoded.Value;

/** What was decoded, in the words of the captures. */
final class Meaning {

  private Meaning() {}

  static String of(Decoded<Weight> decoded, boolean withTare) {
    if (decoded instanceof Value<Weight> value) {
      return of(value.value(), withTare);
    }
    return decoded instanceof Unsupported<Weight> unsupported
        ? "unsupported " + unsupported.what()
        : "malformed " + ((Malformed<Weight>) decoded).reason();
  }

  private static String of(Weight weight, boolean withTare) {
    String motion = weight.massKilograms().isPresent() || withTare ? " " + weight.motion() : "";
    String text = mass(weight.massKilograms()) + motion + " " + weight.condition();
    return withTare
        ? text + (weight.net() ? " net " : " gross ") + mass(weight.tareKilograms())
        : text;
  }

  private static String mass(OptionalDouble mass) {
    return mass.isPresent() ? Double.toString(mass.getAsDouble()) : "none";
  }
}
