package org.heard.analytics.training;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heard.analytics.tagging.CommentReader;
import org.heard.analytics.tagging.Model;
import org.heard.analytics.tagging.ModelFile;

/** {@code train FILE OUT}: from labelled comments to a model file. */
public final class TrainCommand {

  private TrainCommand() {}

  public static void main(String[] arguments) throws IOException {
    Path labelled = Path.of(arguments[0]);
    Path out = Path.of(arguments[1]);
    CommentReader reader = CommentReader.load();
    Model model = Trainer.train(Example.of(LabelledFile.read(labelled), reader));
    try (OutputStream file = Files.newOutputStream(out)) {
      System.out.println(ModelFile.write(model, file).version());
    }
  }
}
