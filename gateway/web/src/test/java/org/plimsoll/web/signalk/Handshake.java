package org.plimsoll.web.signalk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;

/** The begin of a WebSocket, as a browser says it, with the origin of a page. */
final class Handshake implements AutoCloseable {

  private final Socket socket;
  private final int status;

  /**
   * Asks and waits for the answer.
   *
   * @param origin of the page; empty for a program, {@code OWN} for a page of the same host
   */
  Handshake(int port, String query, String origin) throws IOException {
    String host = "127.0.0.1:" + port;
    socket = new Socket("127.0.0.1", port);
    String page = origin.equals("OWN") ? "http://" + host : origin;
    socket
        .getOutputStream()
        .write(
            ("GET /signalk/v1/stream?"
                    + query
                    + " HTTP/1.1\r\nHost: "
                    + host
                    + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                    + (page.isEmpty() ? "" : "Origin: " + page + "\r\n")
                    + "\r\n")
                .getBytes(US_ASCII));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    status = Integer.parseInt(in.readLine().split(" ")[1]);
  }

  int status() {
    return status;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
