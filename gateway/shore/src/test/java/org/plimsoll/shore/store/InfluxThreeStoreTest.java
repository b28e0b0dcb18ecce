package org.plimsoll.shore.store;

/** The contract as an InfluxDB 3 is spoken to. */
class InfluxThreeStoreTest extends InfluxFrontContract {

  InfluxThreeStoreTest() {
    super(InfluxServer.Version.V3);
  }
}
