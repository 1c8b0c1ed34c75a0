package org.twinline.core.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(folder.resolve("sub/deep"));
    Files.writeString(folder.resolve("train.jsonl"), "{}\n");
    Files.writeString(folder.resolve("b[1].jsonl"), "{}\n");
    Files.writeString(folder.resolve(".hidden.jsonl"), "{}\n");
    Files.writeString(folder.resolve("empty.jsonl"), "");
    Files.write(folder.resolve("sub/c.jsonl.gz"), Recorded.gzip("{}\n".getBytes(UTF_8)));
    Files.writeString(folder.resolve("sub/deep/d.jsonl"), "{}\n");
  }

  @Test
  void pathsAndGlobsSortedAndOnce() throws IOException {
    assertThat(names("*.jsonl", "train.jsonl"))
        .containsExactly("b[1].jsonl", "empty.jsonl", "train.jsonl");
    assertThat(names("b[1].jsonl")).containsExactly("b[1].jsonl");
    assertThat(names("sub/*")).containsExactly("sub/c.jsonl.gz");
    assertThat(names("**/*.jsonl")).containsExactly("sub/deep/d.jsonl");
    assertThat(names("{train,empty}.jsonl")).containsExactly("empty.jsonl", "train.jsonl");
    InputFile gz = Inputs.resolve(List.of(folder + "/sub/*.gz")).get(0);
    assertThat(gz.compression()).isEqualTo(Compression.GZIP);
    assertThat(gz.splittable()).isFalse();
    InputFile empty = Inputs.resolve(List.of(folder + "/empty.jsonl")).get(0);
    assertThat(empty).isEqualTo(new InputFile(folder + "/empty.jsonl", Compression.NONE, 0));
    assertThat(empty.splittable()).isTrue();
  }

  @Test
  void whatCannotBeRead() throws IOException {
    fault("trian.jsonl", ": no such file; did you mean " + folder + "/train.jsonl?");
    fault("nothing-like-it", ": no such file");
    fault("no/such/x.jsonl", ": no such file; its directory does not exist either");
    fault("sub", ": is a directory; name its files, for example " + folder + "/sub/*.jsonl");
    fault("*.csv", ": no file matches in " + folder);
    fault(
        "sbu/*.jsonl", ": no such directory: " + folder + "/sbu; did you mean " + folder + "/sub?");
    fault("[", ": not a path or glob");
    Files.writeString(folder.resolve("plain.jsonl.gz"), "{}\n");
    fault(
        "plain.jsonl.gz",
        ": by its name it is gzip, by its first bytes it is text; rename or convert it");
  }

  private List<String> names(String... patterns) throws IOException {
    List<String> under = List.of(patterns).stream().map(p -> folder + "/" + p).toList();
    return Inputs.resolve(under).stream()
        .map(file -> folder.relativize(Path.of(file.path())).toString())
        .toList();
  }

  private void fault(String pattern, String message) {
    assertThatThrownBy(() -> Inputs.resolve(List.of(folder + "/" + pattern)))
        .isInstanceOf(UnreadableInput.class)
        .hasMessage("Cannot read " + folder + "/" + pattern + message);
  }
}
