package org.heard.analytics.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heard.analytics.tagging.CommentReader;
import org.heard.analytics.tagging.Model;
import org.heard.analytics.tagging.ModelFile;
import org.heard.analytics.tagging.Tagger;

/**
 * {@code train FILE [--base MODEL] [--out MODEL] [--texts FOLDER]}: from labelled comments to a
 * model file, and the card beside it, with the alerts of the invented texts in the folder. With
 * {@code --base} it goes on from a model ({@code shipped} names the shipped one). The same file
 * gives the same bytes.
 */
public final class TrainCommand {

  private TrainCommand() {}

  public static void main(String[] arguments) throws IOException {
    System.exit(run(arguments));
  }

  static int run(String... arguments) throws IOException {
    Arguments given = Arguments.read(arguments, "--base", "--out", "--texts");
    if (given == null) {
      System.err.println("train FILE [--base MODEL|shipped] [--out MODEL] [--texts FOLDER]");
      return 2;
    }
    Path out = given.out("model.bin");
    List<Example> examples = Example.of(LabelledFile.read(given.file()), CommentReader.load());
    Model model =
        given.option("--base") == null
            ? train(given, examples, out)
            : write(Trainer.train(base(given.option("--base")), examples), out);
    System.out.println(model.version());
    return 0;
  }

  private static Model train(Arguments given, List<Example> examples, Path out) throws IOException {
    Trainer.Trained trained = Trainer.train(examples);
    Model model = write(trained.model(), out);
    String texts = given.option("--texts");
    List<String> alerts =
        texts == null ? List.of() : AlertScores.lines(Tagger.with(model), Path.of(texts));
    Evaluation unseen = unseen(trained, examples);
    String card = ModelCard.of(model, given.file(), examples, unseen, alerts);
    Files.writeString(out.resolveSibling("MODEL_CARD.md"), card);
    return model;
  }

  /** What taggers say whose linear models have not seen the comment. */
  private static Evaluation unseen(Trainer.Trained trained, List<Example> examples) {
    List<Tagger> taggers = trained.unseen().stream().map(Tagger::with).toList();
    Evaluation evaluation = new Evaluation();
    for (int i = 0; i < examples.size(); i++) {
      evaluation.add(taggers.get(trained.part()[i]), examples.get(i).labelled());
    }
    return evaluation;
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
