package org.plimsoll.naval.loadline;

/** A season of Annex II. */
public enum Season {
  TROPICAL,
  SUMMER,
  WINTER
}
