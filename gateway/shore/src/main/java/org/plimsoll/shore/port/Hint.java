package org.plimsoll.shore.port;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What of a voyage as a whole an inspector should look at. What is not known is inconclusive, and
 * never a pass.
 *
 * @param about what of it
 * @param verdict how it is
 * @param text for people, with the figures that decided
 */
public record Hint(About about, Verdict verdict, String text) {

  /** A ship that is loaded evenly lies upright within this; more is seen from the quay. */
  static final double UPRIGHT_DEGREES = 1.0;

  /** What of the voyage. */
  public enum About {
    /** Declared against the certificate. */
    PASSENGERS,
    /** How she lies after loading. */
    LIST,
    /** Her change of trim by loading against the papers. */
    MOMENT
  }

  /** How it is. */
  public enum Verdict {
    PASS,
    FAIL,
    INCONCLUSIVE
  }

  /**
   * Passengers against the certificate.
   *
   * @param persons the declaration that counts
   * @param certificate most passengers, as the port has it from the ship's papers
   */
  public static Hint ofPassengers(Optional<Declaration> persons, OptionalInt certificate) {
    OptionalInt declared = persons.map(Declaration::passengers).orElse(OptionalInt.empty());
    if (declared.isEmpty()) {
      return new Hint(About.PASSENGERS, Verdict.INCONCLUSIVE, "nobody has declared passengers");
    }
    String said = declared.getAsInt() + " passengers declared, ";
    if (certificate.isEmpty()) {
      return new Hint(
          About.PASSENGERS,
          Verdict.INCONCLUSIVE,
          said + "and the port was not told her certificate");
    }
    boolean within = declared.getAsInt() <= certificate.getAsInt();
    return new Hint(
        About.PASSENGERS,
        within ? Verdict.PASS : Verdict.FAIL,
        said + certificate.getAsInt() + " allowed by her certificate");
  }

  /**
   * How she lies after loading.
   *
   * @param degrees of the departure record, + to starboard
   */
  public static Hint ofList(OptionalDouble degrees) {
    if (degrees.isEmpty()) {
      return new Hint(About.LIST, Verdict.INCONCLUSIVE, "no departure record says her list");
    }
    double list = degrees.getAsDouble();
    boolean upright = Math.abs(list) <= UPRIGHT_DEGREES;
    String side = list < 0 ? "port" : "starboard";
    return new Hint(
        About.LIST,
        upright ? Verdict.PASS : Verdict.FAIL,
        String.format(Locale.ROOT, "list %.1f degrees to %s", Math.abs(list), side)
            + (upright ? "" : ": look there for what is heavier than declared, or has shifted"));
  }

  /** Of something that the ship keeps from who asks. */
  public static Hint withheld(About about) {
    return new Hint(about, Verdict.INCONCLUSIVE, "the ship withholds it");
  }
}
