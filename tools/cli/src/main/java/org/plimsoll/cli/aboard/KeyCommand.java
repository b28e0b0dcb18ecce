package org.plimsoll.cli.aboard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.Callable;
import org.plimsoll.cli.terminal.CommandRun;
import org.plimsoll.vessel.record.ShipKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code key FILE}: a key by which the ship signs; its public half goes to the ports. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = "Make the key by which a ship signs her records.",
    footer = {
      "",
      "FILE is new, and only its owner can read it: one line with the private key (PKCS#8, base64),",
      "a space, and the public key (base64url). The vessel's configuration names it:",
      "  records: {signing-key: file:FILE}",
      "The public key goes to stdout. A port's configuration takes it as signing-key of the ship."
    })
public final class KeyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "where the key goes; never overwritten")
  Path file;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ShipKey key = ShipKey.make();
    try {
      write(key.line() + '\n');
    } catch (FileAlreadyExistsException e) {
      spec.commandLine()
          .getErr()
          .println("error: " + file + " is there already; a key is never overwritten");
      return CommandRun.PROBLEM;
    }
    spec.commandLine().getOut().println(key.publicKey());
    return CommandRun.WELL;
  }

  /** Unreadable for others from its first byte on; half a key is taken away again. */
  private void write(String line) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      fill(channel, ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private void fill(FileChannel channel, ByteBuffer bytes) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }
}
