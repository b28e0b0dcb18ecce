package org.plimsoll.web;

/** The pages that the build puts on the class path. */
public enum Page {
  /** The panel aboard: draughts, cargo, checks, alerts. */
  BRIDGE("bridge.html"),
  /** The vessels as the shore knows them: latest values, completeness, history. */
  SHORE("shore.html");

  private final String file;

  Page(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }
}
