package org.plimsoll.vessel.record;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The key by which the ship signs what she says of herself: Ed25519 (RFC 8032). Immutable; safe for
 * use by any thread. Its private half stands in {@link #line} and nowhere else.
 */
public final class ShipKey {

  /** What the file of a key holds, for people. */
  public static final String WANTED =
      "want the file that './plimsoll key FILE' makes: one line with the private key (PKCS#8,"
          + " base64), a space, and the public key (base64url, 43 characters)";

  private static final String ALGORITHM = "Ed25519";

  /** What stands before the 32 bytes of a public key in X.509 (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int KEY_BYTES = 32;
  private static final String PROBE = "does the public key belong to the private one?";

  private final PrivateKey secret;
  private final byte[] open;

  private ShipKey(PrivateKey secret, byte[] open) {
    this.secret = secret;
    this.open = open;
  }

  /** A new key that nobody else has. */
  public static ShipKey make() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      byte[] encoded = pair.getPublic().getEncoded();
      return new ShipKey(
          pair.getPrivate(), Arrays.copyOfRange(encoded, X509.length, encoded.length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java from 15 on has Ed25519", e);
    }
  }

  /**
   * Reads what {@link #line} wrote.
   *
   * @return empty when it is no such line, or when its halves do not belong together
   */
  public static Optional<ShipKey> read(String line) {
    String[] halves = line.strip().split("\\s+");
    if (halves.length != 2) {
      return Optional.empty();
    }
    try {
      byte[] open = Base64.getUrlDecoder().decode(halves[1]);
      PrivateKey secret =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[0])));
      ShipKey key = new ShipKey(secret, open);
      return open.length == KEY_BYTES && key.isWhole() ? Optional.of(key) : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether its public half verifies what its private half signs. */
  private boolean isWhole() throws GeneralSecurityException {
    byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_BYTES);
    System.arraycopy(open, 0, encoded, X509.length, KEY_BYTES);
    PublicKey key =
        KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    Signature check = Signature.getInstance(ALGORITHM);
    check.initVerify(key);
    check.update(PROBE.getBytes(StandardCharsets.UTF_8));
    return check.verify(signed(PROBE));
  }

  /** The line of its file, which holds the private key: for a file that only its owner can read. */
  public String line() {
    return Base64.getEncoder().encodeToString(secret.getEncoded()) + ' ' + publicKey();
  }

  /** The public key as a port wants it: 32 bytes in base64url, 43 characters. */
  public String publicKey() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(open);
  }

  /** Signs the UTF-8 bytes of a text: 64 bytes in base64url, 86 characters, always the same. */
  public String sign(String text) {
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signed(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that has signed before signs again", e);
    }
  }

  private byte[] signed(String text) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(ALGORITHM);
    signature.initSign(secret);
    signature.update(text.getBytes(StandardCharsets.UTF_8));
    return signature.sign();
  }
}
