package org.heard.analytics.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heard.analytics.tagging.CommentReader;
import org.heard.analytics.tagging.Model;
import org.heard.analytics.tagging.ModelFile;

/**
 * {@code train FILE [--base MODEL] [--out MODEL]}: from labelled comments to a model file, and the
 * card beside it. With {@code --base} it goes on from a model ({@code shipped} names the shipped
 * one). The same file gives the same bytes.
 */
public final class TrainCommand {

  private TrainCommand() {}

  public static void main(String[] arguments) throws IOException {
    System.exit(run(arguments));
  }

  static int run(String... arguments) throws IOException {
    Arguments given = Arguments.read(arguments, "--base", "--out");
    if (given == null) {
      System.err.println("train FILE [--base MODEL|shipped] [--out MODEL]");
      return 2;
    }
    String named = given.option("--out");
    Path out = Path.of(named == null ? "model.bin" : named);
    List<Example> examples = Example.of(LabelledFile.read(given.file()), CommentReader.load());
    Model model =
        given.option("--base") == null
            ? train(given.file(), examples, out)
            : write(Trainer.train(base(given.option("--base")), examples), out);
    System.out.println(model.version());
    return 0;
  }

  private static Model train(Path file, List<Example> examples, Path out) throws IOException {
    Trainer.Trained trained = Trainer.train(examples);
    Model model = write(trained.model(), out);
    String card =
        ModelCard.of(model, file, examples, Report.lines(trained.outcomes(), trained.sources()));
    Files.writeString(out.resolveSibling("MODEL_CARD.md"), card);
    return model;
  }

  private static Model base(String named) {
    return named.equals("shipped") ? Model.shipped() : Model.read(Path.of(named));
  }

  private static Model write(Model model, Path out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Model written = ModelFile.write(model, bytes);
    Files.write(out, bytes.toByteArray());
    return written;
  }
}
