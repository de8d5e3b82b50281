package org.heard.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  private static final int FILES = 2_000;

  @TempDir Path parent;

  @Test
  void nothingHappensWhereThereIsNone() throws Exception {
    Folders.delete(parent.resolve("none"));
  }

  @Test
  void whatAnOrphanWritesMeanwhileIsDeletedToo() throws Exception {
    Path folder = Files.createDirectories(parent.resolve("deep/er"));
    CountDownLatch writing = new CountDownLatch(1);
    Thread orphan =
        new Thread(
            () -> {
              for (int i = 0; i < FILES; i++) {
                try {
                  Files.createFile(folder.resolve("file" + i));
                } catch (IOException gone) {
                  return;
                }
                if (i == FILES / 10) {
                  writing.countDown();
                }
              }
            });
    orphan.start();
    writing.await();

    Folders.delete(parent.resolve("deep"));

    orphan.join();
    assertThat(parent.resolve("deep")).doesNotExist();
  }
}
