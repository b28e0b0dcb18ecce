package org.plimsoll.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bridge alert management that a vessel connects to: it hears her alerts and takes one over when
 * it is told to. It sends no heartbeat, so she does not miss it while she starts.
 *
 * <p>A thread of its own takes her connections, one after the other, and what she says; every
 * method may be called from any other.
 */
final class AlertManagement implements AutoCloseable {

  /** Three letters that stand for no maker. */
  static final String MANUFACTURER = "XAA";

  private static final Logger LOG = LoggerFactory.getLogger(AlertManagement.class);
  private static final int BUFFER_BYTES = 4_096;

  private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final Object lock = new Object();
  private @Nullable Socket vessel;

  AlertManagement() throws IOException {
    Thread thread = new Thread(this::serve, "alert-management");
    thread.setDaemon(true);
    thread.start();
  }

  /** The vessel's line that leads here, as a value of {@code lines.<name>}. */
  String line() {
    return "{tcp: '127.0.0.1:"
        + listening.getLocalPort()
        + "', protocol: bridge-alerts, manufacturer: "
        + MANUFACTURER
        + "}";
  }

  private void serve() {
    byte[] heard = new byte[BUFFER_BYTES];
    while (!listening.isClosed()) {
      try (Socket connected = listening.accept()) {
        keep(connected);
        InputStream in = connected.getInputStream();
        while (in.read(heard) >= 0) {
          LOG.trace("She says something");
        }
      } catch (IOException gone) {
        LOG.debug("She is gone: {}", gone.getMessage());
      } finally {
        keep(null);
      }
    }
  }

  private void keep(@Nullable Socket connected) {
    synchronized (lock) {
      vessel = connected;
    }
  }

  /**
   * Takes the announcement of an alert over.
   *
   * @throws IOException if she is not connected now.
   */
  void takeOver(int alert) throws IOException {
    byte[] command = Speech.encode("CAACN,000000.00," + MANUFACTURER + "," + alert + ",1,O,C");
    synchronized (lock) {
      Socket to = vessel;
      if (to == null) {
        throw new IOException("the vessel has not connected to the alert management");
      }
      to.getOutputStream().write(command);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    synchronized (lock) {
      if (vessel != null) {
        vessel.close();
      }
    }
  }
}
