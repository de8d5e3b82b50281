package org.heard.analytics.tagging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Names what tags: the model, and the lexicon and rules beside it. */
final class TaggerVersion {

  /**
   * The number of this code's rules. Raise it with every change of code after which some comment
   * may be answered otherwise: the digests beside it see models and lexicons, not code.
   */
  static final int RULES = 9;

  /** All files whose words decide. */
  static final List<String> FILES = files();

  private TaggerVersion() {}

  /** The version of a model, then a digest of the lexicon as shipped and the rules. */
  static String of(Model model) {
    return of(model.version(), RULES, FILES.stream().map(TaggerVersion::bytes).toList());
  }

  static String of(String model, int rules, List<byte[]> lexicon) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(rules).flip());
      for (byte[] file : lexicon) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(file.length).flip());
        digest.update(file);
      }
      return model + "." + HexFormat.of().formatHex(digest.digest(), 0, 4);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<String> files() {
    List<String> files = new ArrayList<>(Lexicon.FILES);
    files.addAll(List.of("alert-words.txt", "doubts.txt", "languages.txt", "spelling.txt"));
    return List.copyOf(files);
  }

  private static byte[] bytes(String file) {
    try (InputStream in = TaggerVersion.class.getResourceAsStream("/tagging/" + file)) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
