package org.plimsoll.shore.port.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The document that the shore serves, and whether a request and its answer are as it says. */
final class OpenApi {

  private final JsonNode document;
  private final Set<String> seen = new TreeSet<>();

  OpenApi(String yaml) {
    LoadSettings settings = LoadSettings.builder().build();
    document = new ObjectMapper().valueToTree(new Load(settings).loadFromString(yaml));
  }

  /** All answers of the paths that begin so, as {@code get /path 200}. */
  Set<String> answers(String prefix) {
    Set<String> all = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      if (path.getKey().startsWith(prefix)) {
        for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
          method
              .getValue()
              .path("responses")
              .fieldNames()
              .forEachRemaining(
                  status -> all.add(method.getKey() + " " + path.getKey() + " " + status));
        }
      }
    }
    return all;
  }

  /** The answers that were checked. */
  Set<String> seen() {
    return seen;
  }

  /** Asserts that an answer is one of the document's. */
  void check(String method, String path, int status, String mediaType, String body)
      throws Exception {
    String template = template(path.replaceAll("\\?.*", ""));
    JsonNode operation = document.path("paths").path(template).path(method);
    assertThat(operation.isObject()).as(method + " " + template + " is documented").isTrue();
    JsonNode response = operation.path("responses").path(Integer.toString(status));
    assertThat(response.isObject()).as(method + " " + template + " " + status).isTrue();
    seen.add(method + " " + template + " " + status);
    if (status == 304 || status == 204) {
      assertThat(body).isEmpty();
      return;
    }
    JsonNode content = followed(response).path("content");
    assertThat(content.has(mediaType)).as(mediaType + " of " + template + " " + status).isTrue();
    if (mediaType.equals("application/xml")) {
      return;
    }
    List<String> faults = new ArrayList<>();
    JsonNode json = new ObjectMapper().readTree(body);
    validate(json, content.path(mediaType).path("schema"), "$", faults);
    assertThat(faults).as(body).isEmpty();
  }

  /** Asserts that what is sent is as the document says. */
  void checkRequest(String path, String body) throws Exception {
    JsonNode schema =
        document
            .path("paths")
            .path(template(path))
            .path("put")
            .path("requestBody")
            .path("content")
            .path("application/json")
            .path("schema");
    List<String> faults = new ArrayList<>();
    validate(new ObjectMapper().readTree(body), schema, "$", faults);
    assertThat(faults).as(body).isEmpty();
  }

  private String template(String path) {
    for (Map.Entry<String, JsonNode> candidate : document.path("paths").properties()) {
      String pattern = candidate.getKey().replaceAll("\\{\\w+}", "[^/]+");
      if (Pattern.matches(pattern, path)) {
        return candidate.getKey();
      }
    }
    throw new AssertionError("no path for " + path);
  }

  private JsonNode followed(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  private void validate(JsonNode value, JsonNode schema, String where, List<String> faults) {
    if (schema.has("$ref")) {
      JsonNode target = followed(schema);
      assertThat(target.isMissingNode()).as(schema.path("$ref").asText()).isFalse();
      validate(value, target, where, faults);
      return;
    }
    if (schema.has("oneOf")) {
      long right = 0;
      for (JsonNode one : schema.path("oneOf")) {
        List<String> wrong = new ArrayList<>();
        validate(value, one, where, wrong);
        right += wrong.isEmpty() ? 1 : 0;
      }
      if (right != 1) {
        faults.add(where + ": " + right + " of oneOf");
      }
      return;
    }
    if (!isOfType(value, schema.path("type"))) {
      faults.add(where + " is no " + schema.path("type") + ": " + value);
      return;
    }
    scalar(value, schema, where, faults);
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asText())) {
        faults.add(where + " lacks " + name.asText());
      }
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      JsonNode below = schema.path("properties").path(field.getKey());
      if (!below.isMissingNode()) {
        validate(field.getValue(), below, where + "." + field.getKey(), faults);
      } else if (schema.path("additionalProperties").isBoolean()) {
        faults.add(where + " has an unknown " + field.getKey());
      }
    }
    if (value.isArray() && schema.has("items")) {
      for (JsonNode item : value) {
        validate(item, schema.path("items"), where + "[]", faults);
      }
    }
  }

  private static void scalar(JsonNode value, JsonNode schema, String where, List<String> faults) {
    if (schema.has("enum")) {
      boolean found = false;
      for (JsonNode allowed : schema.path("enum")) {
        found |= allowed.equals(value);
      }
      if (!found) {
        faults.add(where + " is none of " + schema.path("enum") + ": " + value);
      }
    }
    if (value.isTextual()
        && schema.has("pattern")
        && !Pattern.compile(schema.path("pattern").asText()).matcher(value.asText()).find()) {
      faults.add(where + " does not match: " + value);
    }
    if (value.isNumber()
        && (value.asDouble() < schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY)
            || value.asDouble() > schema.path("maximum").asDouble(Double.POSITIVE_INFINITY))) {
      faults.add(where + " is out of range: " + value);
    }
  }

  private static boolean isOfType(JsonNode value, JsonNode type) {
    if (type.isMissingNode()) {
      return true;
    }
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isOfType(value, one)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.asText()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> throw new AssertionError(type);
    };
  }
}
