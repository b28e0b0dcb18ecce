package org.plimsoll.naval.loadline;

/** A load line by the letters that are cut beside it. */
public enum Mark {
  TROPICAL_FRESH("TF"),
  FRESH("F"),
  TROPICAL("T"),
  SUMMER("S"),
  WINTER("W"),
  WINTER_NORTH_ATLANTIC("WNA");

  private final String letters;

  Mark(String letters) {
    this.letters = letters;
  }

  /** As cut in the shell plating. */
  public String letters() {
    return letters;
  }
}
