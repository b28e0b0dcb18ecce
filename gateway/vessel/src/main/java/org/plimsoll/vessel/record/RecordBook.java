package org.plimsoll.vessel.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plimsoll.naval.departure.DepartureRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records in their directory, one file each, written once. {@link #keep} is for the pipeline
 * thread; {@link #list} and {@link #find} for any.
 */
public final class RecordBook {

  /** Most records; one more is refused, none is ever deleted here. */
  static final int MAX_RECORDS = 10_000;

  private static final Logger log = LoggerFactory.getLogger(RecordBook.class);
  private static final Pattern NAME = Pattern.compile("(\\d{6})-([a-z]+)\\.json");
  private static final Pattern FIELD =
      Pattern.compile("\"(at|by|voyage|moment)\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final Path directory;
  private volatile List<KeptRecord> records = List.of();
  private int last;

  private RecordBook(Path directory) {
    this.directory = directory;
  }

  /** Reads what is there; a file that cannot be read is said and left alone. */
  public static RecordBook open(Path directory) {
    RecordBook book = new RecordBook(directory);
    book.readAll();
    return book;
  }

  private void readAll() {
    List<KeptRecord> found = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        files.sorted().forEach(file -> read(file).ifPresent(found::add));
      } catch (IOException e) {
        log.warn("the departure records cannot be listed: {}", e.getMessage());
      }
    }
    records = List.copyOf(found);
  }

  private Optional<KeptRecord> read(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    if (!name.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(name.group(1));
    last = Math.max(last, number);
    try {
      String json = Files.readString(file, StandardCharsets.UTF_8);
      DepartureRecord.Moment moment =
          DepartureRecord.Moment.valueOf(name.group(2).toUpperCase(Locale.ROOT));
      return Optional.of(
          new KeptRecord(
              number,
              moment,
              field(json, "at"),
              field(json, "by"),
              field(json, "voyage"),
              sha256(json),
              json));
    } catch (IOException | IllegalArgumentException e) {
      log.warn("the departure record {} cannot be read: {}", file.getFileName(), e.getMessage());
      return Optional.empty();
    }
  }

  private static String field(String json, String name) {
    Matcher matcher = FIELD.matcher(json);
    while (matcher.find()) {
      if (matcher.group(1).equals(name)) {
        return matcher.group(2).replace("\\\"", "\"").replace("\\\\", "\\");
      }
    }
    return "";
  }

  /** Keeps a record; it is durable when this returns. */
  public RecordOutcome keep(DepartureRecord record, String by) {
    if (records.size() >= MAX_RECORDS) {
      return new RecordOutcome.Refused(
          records.size() + " records are kept; move the oldest to the archive");
    }
    int number = last + 1;
    String json = RecordJson.write(number, by, record);
    String name =
        String.format(
            Locale.ROOT, "%06d-%s.json", number, record.moment().name().toLowerCase(Locale.ROOT));
    try {
      Files.createDirectories(directory);
      write(directory.resolve(name), json);
    } catch (IOException e) {
      log.warn("a departure record cannot be kept: {}", e.getMessage());
      return new RecordOutcome.Refused("it cannot be kept on disk");
    }
    last = number;
    KeptRecord kept =
        new KeptRecord(
            number,
            record.moment(),
            record.at().toString(),
            by,
            record.voyage(),
            sha256(json),
            json);
    List<KeptRecord> more = new ArrayList<>(records);
    more.add(kept);
    records = List.copyOf(more);
    return new RecordOutcome.Kept(kept);
  }

  /** A new file, its bytes and its name on the disk; half a file is taken away again. */
  private void write(Path file, String json) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    try (FileChannel parent = FileChannel.open(directory, StandardOpenOption.READ)) {
      parent.force(true);
    }
  }

  private static String sha256(String json) {
    try {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** All of them, in the order of keeping. */
  public List<KeptRecord> list() {
    return records;
  }

  /** The one of a number. */
  public Optional<KeptRecord> find(int number) {
    return records.stream().filter(kept -> kept.number() == number).findFirst();
  }
}
