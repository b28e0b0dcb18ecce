package org.plimsoll.cli.aboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plimsoll.cli.frame.Frame;
import org.plimsoll.cli.frame.FrameReader;
import org.plimsoll.cli.frame.RecordedProtocol;
import org.plimsoll.cli.terminal.CommandRun;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.weighing.MassUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code decode [FILE...]}: recorded bytes to one JSON object per frame. */
@Command(
    name = "decode",
    mixinStandardHelpOptions = true,
    description = "Decode recorded bytes from files or stdin: one JSON object per frame.",
    footer = {
      "",
      "Each object has a status (ok, unsupported, malformed); an ok one its frame, its fields with",
      "the unit in the name, and its readings in SI; a malformed one its reason.",
      "Without --protocol the first 4096 bytes of each file decide.",
      "",
      "AIS messages stand in the sentence that completes them. Datagrams of IEC 61162-450 are read",
      "one a line in hexadecimal; Modbus RTU with both directions in one file.",
      "",
      "Example: ./plimsoll decode log.nmea | grep speedOverGround",
      "Exit code 1 if a frame was malformed."
    })
public final class DecodeCommand implements Callable<Integer> {

  private static final int CHUNK_BYTES = 8192;

  @Parameters(paramLabel = "FILE", description = "recorded bytes; stdin if none is given")
  List<Path> files = List.of();

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      description =
          "nmea0183, iec61162-450, gnss, nmea2000-text, nmea2000-ngt1, modbus-rtu, mt-sics, toledo,"
              + " toledo-unchecked, comma, rinstrum-a, rinstrum-b, ohaus, cardinal-sb or sma"
              + " (default: guessed)",
      converter = ProtocolOption.class)
  @Nullable RecordedProtocol protocol;

  @Option(
      names = "--checksum",
      description = "of sentences: required, optional or never-sent (default: ${DEFAULT-VALUE})",
      converter = ChecksumOption.class)
  ChecksumPolicy checksum = ChecksumPolicy.OPTIONAL;

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description = "of the weights of an indicator that does not print it: kg, t, g, lb, ...",
      converter = UnitOption.class)
  @Nullable MassUnit unit;

  @Spec CommandSpec spec;

  private long malformed;

  @Override
  public Integer call() throws IOException {
    if (files.isEmpty()) {
      decode("stdin", System.in);
    }
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        if (!decode(file.toString(), in)) {
          break;
        }
      }
    }
    return malformed == 0 ? CommandRun.WELL : CommandRun.PROBLEM;
  }

  /** False if nobody reads the output any more, as behind {@code | head}. */
  private boolean decode(String name, InputStream in) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Consumer<Frame> sink =
        frame -> {
          malformed += frame.status() == Frame.Status.MALFORMED ? 1 : 0;
          out.println(frame.json());
        };
    byte[] head = new byte[0];
    RecordedProtocol spoken = protocol;
    if (spoken == null) {
      head = in.readNBytes(RecordedProtocol.GUESS_BYTES);
      spoken = RecordedProtocol.guess(head, checksum);
      spec.commandLine().getErr().println(name + ": read as " + spoken.word());
    }
    FrameReader reader = spoken.open(checksum, Optional.ofNullable(unit));
    reader.feed(ByteBuffer.wrap(head), sink);
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
      reader.feed(ByteBuffer.wrap(chunk, 0, length), sink);
      if (isClosed(out)) {
        return false;
      }
    }
    reader.end(sink);
    return !isClosed(out);
  }

  /** Whether the pipe behind stdout broke; the writer before it cannot know that. */
  private static boolean isClosed(PrintWriter out) {
    return out.checkError() || System.out.checkError();
  }
}
