package org.heard.analytics.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What training makes of a file that another part has written. */
public final class TrainedOn {
  private TrainedOn() {}

  /** By comment, the labels of its compassion and practical tags. */
  public static Map<String, List<String>> labels(Path file) throws IOException {
    return LabelledFile.read(file).stream()
        .collect(
            Collectors.toMap(
                LabelledComment::id,
                comment ->
                    comment.annotation().tags().stream()
                        .map(LabelledComment.Span::label)
                        .toList()));
  }

  /** The exit code of {@code train FILE --base shipped}. */
  public static int goesOnFromTheShippedModel(Path file, Path out) throws IOException {
    return TrainCommand.run(file.toString(), "--base", "shipped", "--out", out.toString());
  }
}
