package org.plimsoll.shore.port.api;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.configuration.Section;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.hook.Hosts;
import org.plimsoll.shore.port.hook.Webhook;
import org.plimsoll.shore.port.status.PushConfig;
import org.plimsoll.telemetry.VesselId;

/** Reads to whom the port speaks: webhooks, others that may be made, statuses. Stateless. */
final class HookConfig {

  /** Most webhooks; each asks the book once a second. */
  private static final int MAX_WEBHOOKS = 20;

  private HookConfig() {}

  static List<Webhook> read(Section port) {
    List<Webhook> hooks = new ArrayList<>();
    for (Map.Entry<String, Section> named : port.namedSections("webhooks").entrySet()) {
      hook(named.getKey(), named.getValue()).ifPresent(hooks::add);
    }
    if (hooks.size() > MAX_WEBHOOKS) {
      port.problem("webhooks", "too many", "want " + MAX_WEBHOOKS + " at most");
    }
    return hooks;
  }

  /** Reads {@code port.subscription-hosts}. */
  static Hosts hosts(Section port) {
    Set<String> authorities = new HashSet<>();
    for (String text : port.texts("subscription-hosts")) {
      Hosts.entry(text)
          .ifPresentOrElse(
              authorities::add,
              () ->
                  port.problem(
                      "subscription-hosts",
                      "'" + text + "' is no host",
                      "want a host, and a port unless it is 443, such as port.example"));
    }
    return new Hosts(authorities);
  }

  /** Reads {@code port.vessel-status}. */
  static Optional<PushConfig> statuses(Section port) {
    Optional<Section> section = port.optionalSection("vessel-status");
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Optional<URI> url = url(section.get());
    Optional<String> token = section.get().secret("token");
    Duration every =
        section
            .get()
            .duration("every", Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofMinutes(5));
    return url.map(address -> new PushConfig(address, token, every));
  }

  private static Optional<Webhook> hook(String name, Section section) {
    Optional<URI> url = url(section);
    Optional<String> secret = section.secret("secret");
    if (!section.has("secret")) {
      section.problem("secret", "missing key 'secret' in '" + section.path() + "'", "file:PATH");
    } else if (secret.isPresent() && secret.get().length() < PortConfig.LEAST_KEY_LENGTH) {
      section.problem(
          "secret", "the secret is too short", "want " + PortConfig.LEAST_KEY_LENGTH + " or more");
    }
    Set<RecordKind> kinds = kinds(section);
    Optional<String> text = section.optionalText("vessel");
    Optional<VesselId> vessel = text.flatMap(VesselId::parse);
    if (text.isPresent() && vessel.isEmpty()) {
      section.problem("vessel", "'" + text.get() + "' names no vessel", "such as imo9876543");
    }
    return url.isPresent() && secret.isPresent()
        ? Optional.of(new Webhook(name, url.get(), secret.get(), kinds, vessel))
        : Optional.empty();
  }

  private static Optional<URI> url(Section section) {
    String text = section.text("url");
    try {
      URI url = URI.create(text);
      if (Webhook.isValid(url)) {
        return Optional.of(url);
      }
    } catch (IllegalArgumentException e) {
      // Told below, in the words of the other reason.
    }
    if (section.has("url")) {
      section.problem(
          "url", "'" + text + "' will not do", "want https://..., or http:// on this machine");
    }
    return Optional.empty();
  }

  private static Set<RecordKind> kinds(Section section) {
    Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
    for (String text : section.texts("kinds")) {
      Optional<RecordKind> kind =
          EnumSet.allOf(RecordKind.class).stream()
              .filter(known -> known.segment().equals(text))
              .findFirst();
      kind.ifPresentOrElse(
          kinds::add, () -> section.problem("kinds", "'" + text + "' is no kind", "want " + all()));
    }
    return kinds.isEmpty() ? EnumSet.allOf(RecordKind.class) : kinds;
  }

  private static List<String> all() {
    return EnumSet.allOf(RecordKind.class).stream().map(RecordKind::segment).toList();
  }
}
