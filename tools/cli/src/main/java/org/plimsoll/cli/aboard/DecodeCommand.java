package org.plimsoll.cli.aboard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.plimsoll.cli.terminal.CommandRun;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Nmea0183Decoder;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.protocol.nmea0183.SentenceReadings;
import org.plimsoll.vocabulary.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code decode [FILE...]}: NMEA 0183 to one JSON object per sentence. */
@Command(
    name = "decode",
    mixinStandardHelpOptions = true,
    description = "Decode NMEA 0183 from files or stdin: one JSON object per sentence.",
    footer = {
      "",
      "Example: ./plimsoll decode log.nmea | grep speedOverGround",
      "Exit code 1 if a sentence was malformed."
    })
public final class DecodeCommand implements Callable<Integer> {

  private static final int CHUNK_BYTES = 8192;

  @Parameters(paramLabel = "FILE", description = "recorded bytes; stdin if none is given")
  List<Path> files = List.of();

  @Option(
      names = "--checksum",
      description = "required, optional or never-sent (default: ${DEFAULT-VALUE})",
      converter = ChecksumOption.class)
  ChecksumPolicy checksum = ChecksumPolicy.OPTIONAL;

  @Spec CommandSpec spec;

  private final JsonFactory json = new JsonFactory();
  private long malformed;

  @Override
  public Integer call() throws IOException {
    if (files.isEmpty()) {
      decode(System.in);
    }
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        decode(in);
      }
    }
    return malformed == 0 ? CommandRun.WELL : CommandRun.PROBLEM;
  }

  private void decode(InputStream in) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Nmea0183Decoder decoder = new Nmea0183Decoder(checksum);
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
      decoder.feed(ByteBuffer.wrap(chunk, 0, length), decoded -> out.println(asJson(decoded)));
      out.flush();
    }
  }

  private String asJson(Decoded<Sentence> decoded) {
    StringWriter text = new StringWriter();
    try (JsonGenerator object = json.createGenerator(text)) {
      object.writeStartObject();
      if (decoded instanceof Decoded.Value<Sentence> value) {
        write(object, value.value());
      } else if (decoded instanceof Decoded.Unsupported<Sentence> unsupported) {
        object.writeStringField("unsupported", unsupported.what());
      } else if (decoded instanceof Decoded.Malformed<Sentence> broken) {
        malformed++;
        object.writeStringField("malformed", broken.reason().name());
        object.writeStringField("detail", broken.detail());
      } else {
        throw new AssertionError(decoded);
      }
      object.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void write(JsonGenerator object, Sentence sentence) throws IOException {
    object.writeStringField("sentence", sentence.talker() + sentence.formatter());
    object.writeArrayFieldStart("readings");
    for (Reading reading : SentenceReadings.of(sentence)) {
      object.writeStartObject();
      object.writeStringField("path", reading.quantity().path());
      if (reading.value().isPresent()) {
        object.writeNumberField("value", reading.value().getAsDouble());
      } else {
        object.writeNullField("value");
      }
      object.writeStringField("unit", reading.quantity().unit().symbol());
      object.writeStringField("quality", reading.quality().name());
      object.writeEndObject();
    }
    object.writeEndArray();
  }
}
