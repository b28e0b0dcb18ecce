package org.plimsoll.shore.port.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.telemetry.VesselId;

/** Wishes to be told what is new, read strictly. Stateless. */
public final class SubscriptionJson {

  private static final Pattern URL = Pattern.compile("https?://[!-~]{1,490}");

  private SubscriptionJson() {}

  /**
   * What somebody wants to be told.
   *
   * @param url where
   * @param kinds of what kinds
   * @param vessel of this vessel alone
   */
  public record Wish(URI url, Set<RecordKind> kinds, Optional<VesselId> vessel) {
    public Wish {
      kinds = Set.copyOf(kinds);
    }
  }

  /** A wish, or what is wrong with it. */
  public record Read(Optional<Wish> wish, List<Fault> faults) {}

  /**
   * Reads a body.
   *
   * @param allowed whether the shore may send to an address
   */
  public static Read read(String text, Predicate<URI> allowed) {
    Optional<ObjectNode> object = Canonical.object(text);
    if (object.isEmpty()) {
      return new Read(
          Optional.empty(), List.of(new Fault("", "not a JSON object", "one object, UTF-8")));
    }
    Fields fields = new Fields(object.get());
    Optional<URI> url = url(fields, allowed);
    Set<RecordKind> kinds =
        fields.has("kinds")
            ? fields.choices("kinds", RecordKind.class)
            : EnumSet.allOf(RecordKind.class);
    if (kinds.isEmpty()) {
      fields.fault("kinds", "names nothing", "one kind or more, or none of this field for all");
    }
    Optional<VesselId> vessel =
        fields.has("vessel") ? Optional.of(fields.vessel("vessel")) : Optional.empty();
    List<Fault> faults = fields.finish();
    return faults.isEmpty()
        ? new Read(url.map(address -> new Wish(address, kinds, vessel)), faults)
        : new Read(Optional.empty(), faults);
  }

  private static Optional<URI> url(Fields fields, Predicate<URI> allowed) {
    String want = "https:// and a host that the configuration names, without user or fragment";
    String text = fields.text("url", URL, want);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI url = URI.create(text);
      if (url.getFragment() == null && allowed.test(url)) {
        return Optional.of(url);
      }
    } catch (IllegalArgumentException e) {
      // Told below, in the words of the other reason.
    }
    fields.fault("url", "may not be sent to", want);
    return Optional.empty();
  }
}
