package org.plimsoll.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The class path of this JVM with a jar in the place of each directory. An archive of classes, from
 * which {@link KillTorture} starts the halves at half the cost, cannot be made with a directory on
 * the class path.
 */
final class PackedClassPath {

  private PackedClassPath() {}

  /**
   * Packs.
   *
   * @param target a directory, where one of its own is made for the jars.
   */
  static String in(Path target) throws IOException {
    Path jars = Files.createTempDirectory(Files.createDirectories(target), "halves-");
    List<String> packed = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path place = Path.of(entry);
      packed.add(
          Files.isDirectory(place)
              ? pack(place, jars.resolve(packed.size() + ".jar")).toAbsolutePath().toString()
              : entry);
    }
    return String.join(File.pathSeparator, packed);
  }

  private static Path pack(Path directory, Path jar) throws IOException {
    try (Stream<Path> paths = Files.walk(directory);
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(file).toString().replace(File.separatorChar, '/');
        out.putNextEntry(new JarEntry(name));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }
}
