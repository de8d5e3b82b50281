package org.heard.analytics.tagging;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The form of a model file: gzip round a head, the label names, the weighing and three tables.
 * Weights of the tables take one byte each, as the square root of their share of the label's
 * largest, so that small ones keep their digits. The version is a digest of the unpacked bytes.
 */
public final class ModelFile {

  private static final int MAGIC = 0x48454152;
  private static final int FORMAT = 2;

  /** Above what any sound model unpacks to. */
  private static final int MOST_BYTES = 256 * 1024 * 1024;

  private static final int MOST_LABELS = 10_000;
  private static final int MOST_KEYS = 10_000_000;
  private static final int STEPS = 127;

  private ModelFile() {}

  /** Writes a model and returns it as it will be read: with rounded weights and its version. */
  public static Model write(Model model, OutputStream out) throws IOException {
    byte[] content = content(model);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return parse(content);
  }

  /** Reads a model; an {@link IOException} says what is wrong with the bytes. */
  public static Model read(InputStream in) throws IOException {
    try (GZIPInputStream gzip = new GZIPInputStream(new BufferedInputStream(in))) {
      byte[] content = gzip.readNBytes(MOST_BYTES);
      return parse(content);
    } catch (EOFException cut) {
      throw new IOException("the file ends too soon", cut);
    }
  }

  private static byte[] content(Model model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeInt(FORMAT);
    out.writeUTF(Themes.TAXONOMY_VERSION);
    names(model.labels(), out);
    names(model.unitLabels(), out);
    for (int label = 0; label < model.labels().size(); label++) {
      out.writeDouble(model.thresholds()[label]);
      out.writeInt(model.weights()[label].length);
      for (double weight : model.weights()[label]) {
        out.writeDouble(weight);
      }
    }
    table(model.linear().whole(), out);
    table(model.linear().plain(), out);
    table(model.linear().part(), out);
    return bytes.toByteArray();
  }

  private static void names(List<String> names, DataOutputStream out) throws IOException {
    out.writeInt(names.size());
    for (String name : names) {
      out.writeUTF(name);
    }
  }

  private static void table(LinearModel table, DataOutputStream out) throws IOException {
    int labels = table.labels();
    float[] weights = table.weights();
    float[] largest = new float[labels];
    for (int i = 0; i < weights.length; i++) {
      largest[i % labels] = Math.max(largest[i % labels], Math.abs(weights[i]));
    }
    out.writeInt(labels);
    out.writeInt(table.keys().length);
    for (float most : largest) {
      out.writeFloat(most);
    }
    for (int key : table.keys()) {
      out.writeInt(key);
    }
    byte[] packed = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      packed[i] = pack(weights[i], largest[i % labels]);
    }
    out.write(packed);
  }

  private static byte pack(float weight, float largest) {
    if (largest == 0) {
      return 0;
    }
    long step = Math.round(STEPS * Math.sqrt(Math.abs(weight) / largest));
    return (byte) (weight < 0 ? -step : step);
  }

  private static float unpack(byte packed, float largest) {
    float share = Math.abs(packed) / (float) STEPS;
    return (packed < 0 ? -1 : 1) * share * share * largest;
  }

  private static Model parse(byte[] content) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
    require(content.length >= 8 && in.readInt() == MAGIC, "it is no model of Heard");
    int format = in.readInt();
    require(format == FORMAT, "its format is " + format + ", this version reads " + FORMAT);
    String taxonomy = in.readUTF();
    require(
        taxonomy.equals(Themes.TAXONOMY_VERSION),
        "it was trained for taxonomy " + taxonomy + ", not " + Themes.TAXONOMY_VERSION);
    List<String> labels = names(in);
    List<String> unitLabels = names(in);
    double[] thresholds = new double[labels.size()];
    double[][] weights = new double[labels.size()][];
    for (int label = 0; label < thresholds.length; label++) {
      thresholds[label] = in.readDouble();
      weights[label] = new double[bounded(in.readInt(), MOST_LABELS)];
      for (int i = 0; i < weights[label].length; i++) {
        weights[label][i] = in.readDouble();
      }
    }
    LinearModels linear = new LinearModels(table(in), table(in), table(in));
    require(in.read() < 0, "something follows its end");
    require(linear.whole().labels() == labels.size(), "its labels do not fit its weights");
    int qdc = Labels.qdc(labels).size();
    require(linear.plain().labels() == qdc, "its QDC labels do not fit its second view");
    require(linear.part().labels() == unitLabels.size(), "its unit labels do not fit its weights");
    return new Model(version(content), labels, unitLabels, linear, weights, thresholds);
  }

  private static List<String> names(DataInputStream in) throws IOException {
    int count = bounded(in.readInt(), MOST_LABELS);
    List<String> names = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      names.add(in.readUTF());
    }
    return List.copyOf(names);
  }

  private static LinearModel table(DataInputStream in) throws IOException {
    int labels = bounded(in.readInt(), MOST_LABELS);
    int count = bounded(in.readInt(), MOST_KEYS);
    float[] largest = new float[labels];
    for (int i = 0; i < labels; i++) {
      largest[i] = in.readFloat();
    }
    int[] keys = new int[count];
    for (int i = 0; i < count; i++) {
      keys[i] = in.readInt();
    }
    long size = (count + 1L) * labels;
    require(size <= MOST_BYTES && size <= in.available(), "the file ends too soon");
    byte[] packed = in.readNBytes((int) size);
    float[] weights = new float[packed.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = unpack(packed[i], largest[i % labels]);
    }
    return new LinearModel(labels, keys, weights);
  }

  private static int bounded(int count, int most) throws IOException {
    require(count >= 0 && count <= most, "a count in it is impossible");
    return count;
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }

  private static String version(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return "heard-" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
