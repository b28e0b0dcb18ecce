package org.plimsoll.web;

/** The pages that the build puts on the class path. */
public enum Page {
  /** The panel aboard: draughts, cargo, checks, alerts. */
  BRIDGE("bridge.html", "/"),
  /** The vessels as the shore knows them: track, history, what came late, voyages. */
  SHORE("shore.html", "/"),
  /** The calls of a port: who comes, what she carries, what was looked at. */
  PORT("port.html", "/port");

  private final String file;
  private final String path;

  Page(String file, String path) {
    this.file = file;
    this.path = path;
  }

  /** Where it is served. */
  public String path() {
    return path;
  }

  String file() {
    return file;
  }
}
