package org.plimsoll.cli.vectors;

import java.util.Locale;

/**
 * What a calculation sees of a step: all but the figures.
 *
 * @param name as in the file
 * @param formula in words; empty if there is none
 * @param unit empty if there is none
 */
record Asked(String name, String formula, String unit) {

  /** The name in small letters, words joined by one space. */
  String words() {
    return name.toLowerCase(Locale.ROOT).replaceAll("[_\\s-]+", " ").strip();
  }

  /** Whether the name or the formula contains the text, whatever the letters' size. */
  boolean says(String text) {
    return (name + " " + formula).toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }
}
