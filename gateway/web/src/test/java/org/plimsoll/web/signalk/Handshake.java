package org.plimsoll.web.signalk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
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

  /** Says something and ends the connection, in one breath. */
  void sayAndLeave(String message) throws IOException {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    frame(frames, 0x81, message.getBytes(US_ASCII));
    frame(frames, 0x88, new byte[] {0x03, (byte) 0xE8});
    socket.getOutputStream().write(frames.toByteArray());
  }

  /** RFC 6455, 5.2: a client masks; a mask of zeros leaves the bytes as they are. */
  private static void frame(ByteArrayOutputStream out, int opcode, byte[] payload) {
    out.write(opcode);
    if (payload.length < 126) {
      out.write(0x80 | payload.length);
    } else {
      out.write(0x80 | 126);
      out.write(payload.length >> 8);
      out.write(payload.length);
    }
    out.write(new byte[4], 0, 4);
    out.write(payload, 0, payload.length);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
