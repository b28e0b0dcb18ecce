package org.plimsoll.shore.store;

/** The contract as an InfluxDB 2 is spoken to. */
class InfluxTwoStoreTest extends InfluxFrontContract {

  InfluxTwoStoreTest() {
    super(InfluxServer.Version.V2);
  }
}
