package org.plimsoll.naval.tank;

/**
 * The three ways in which tank tables allow for trim. Trim in metres, + by the stern; the depth is
 * what the table is entered with, sounding or ullage, in metres.
 */
public sealed interface TankTable {

  /**
   * A volume for each depth and trim.
   *
   * @param volume cubic metres by depth and trim
   */
  record VolumeByTrim(Grid volume) implements TankTable {}

  /**
   * Volumes for even keel, and by how much a depth is corrected before they are entered.
   *
   * @param volume cubic metres by depth, one column
   * @param correction metres to be added to the depth, by depth and trim
   */
  record DepthCorrection(Grid volume, Grid correction) implements TankTable {}

  /**
   * Volumes for even keel, and by how much a volume is corrected afterwards.
   *
   * @param volume cubic metres by depth, one column
   * @param correction cubic metres to be added, by depth and trim
   */
  record VolumeCorrection(Grid volume, Grid correction) implements TankTable {}
}
