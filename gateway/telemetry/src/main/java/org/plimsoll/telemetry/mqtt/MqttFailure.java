package org.plimsoll.telemetry.mqtt;

/**
 * An operating fault of a session, with the broker's reason code when there is one. Without a stack
 * trace: the reason is all there is to know.
 */
public final class MqttFailure extends Exception {

  private static final long serialVersionUID = 1L;

  /** There is no reason code from the broker. */
  public static final int NO_REASON_CODE = -1;

  private static final int NOT_AUTHORIZED = 0x87;
  private static final int PACKET_TOO_LARGE = 0x95;
  private static final int PAYLOAD_FORMAT_INVALID = 0x99;
  private static final int TOPIC_NAME_INVALID = 0x90;

  private final int reasonCode;

  public MqttFailure(String message, int reasonCode) {
    super(message, null, false, false);
    this.reasonCode = reasonCode;
  }

  /** MQTT 5 reason code, 0x80 to 0xFF, or {@link #NO_REASON_CODE}. */
  public int reasonCode() {
    return reasonCode;
  }

  /** Whether the same message would be refused again, so that sending it again makes no sense. */
  public boolean isPermanent() {
    return reasonCode == PACKET_TOO_LARGE
        || reasonCode == PAYLOAD_FORMAT_INVALID
        || reasonCode == TOPIC_NAME_INVALID;
  }

  /** Whether the broker did not let this client do what it asked. */
  public boolean isNotAuthorized() {
    return reasonCode == NOT_AUTHORIZED;
  }
}
