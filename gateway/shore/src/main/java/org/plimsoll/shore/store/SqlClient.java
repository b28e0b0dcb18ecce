package org.plimsoll.shore.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the store SQL over {@code /exec}. Any thread. Only validated names and numbers are ever put
 * into the SQL that it is given.
 */
final class SqlClient {

  private final StoreHttp http = new StoreHttp();
  private final URI exec;

  SqlClient(URI store) {
    this.exec = store.resolve("/exec");
  }

  /** Rows of the answer, each an array of its columns; none for a statement. */
  List<JsonNode> query(String sql) throws StoreUnavailable {
    URI uri = URI.create(exec + "?query=" + StoreHttp.encoded(sql));
    List<JsonNode> rows = new ArrayList<>();
    http.ask(HttpRequest.newBuilder(uri).GET()).path("dataset").forEach(rows::add);
    return rows;
  }
}
