package org.plimsoll.simulator;

/** Where the voyage stands. */
public enum Phase {
  LOADING("loading in Rajin"),
  OVERLOADING("a load too many in Rajin"),
  RELIEVING("taking the load off again in Rajin"),
  SINGLING_UP("casting off in Rajin"),
  OUTWARD("under way to Vladivostok"),
  UNLOADING("unloading in Vladivostok"),
  CLEARING("casting off in Vladivostok"),
  HOMEWARD("under way to Rajin"),
  ALONGSIDE("alongside in Rajin");

  private final String words;

  Phase(String words) {
    this.words = words;
  }

  /** As a person would say it. */
  public String words() {
    return words;
  }
}
