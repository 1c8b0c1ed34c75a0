package org.twinline.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script with stand-ins for java and mvn, in a folder with a space in its name. */
class StartScriptTest {
  private static final Path SHELL = Path.of("/bin/sh");

  @TempDir Path temp;

  private Path home = Path.of("");
  private Path bin = Path.of("");

  private record Ended(int status, String out, String err) {}

  @BeforeEach
  void copyTheScript() throws IOException {
    Path script = Path.of(System.getProperty("twinline.root", ".."), "twinline");
    assumeTrue(Files.exists(script) && Files.isExecutable(SHELL), "no start script here");
    home = Files.createDirectories(temp.resolve("my home")).toRealPath();
    Files.copy(script, home.resolve("twinline"));
    // Only what the script itself needs is on its path.
    bin = Files.createDirectories(temp.resolve("bin"));
    for (String tool : List.of("dirname", "ls", "sed", "mkdir", "tail", "readlink", "mv", "rm")) {
      for (String place : List.of("/bin", "/usr/bin")) {
        Path real = Path.of(place, tool);
        if (Files.exists(real) && !Files.exists(bin.resolve(tool))) {
          tool(tool, "exec " + real + " \"$@\"");
        }
      }
    }
  }

  private void tool(String name, String body) throws IOException {
    Path file = bin.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void java(String version) throws IOException {
    tool(
        "java",
        "[ \"$1\" = -version ] && { echo 'openjdk version \"%s\"' >&2; exit; }\n".formatted(version)
            + "for a in \"$@\"; do echo \"<$a>\"; done");
    tool("javac", "");
  }

  private Path application() throws IOException {
    Path lib = Files.createDirectories(home.resolve("launcher/target/twinline/lib"));
    return Files.writeString(lib.resolve("launcher-1.jar"), "");
  }

  private Ended run(Path script, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(SHELL.toString(), script.toString()));
    command.addAll(List.of(arguments));
    Path err = temp.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.directory(temp.toFile());
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", bin.toString(), "LC_ALL", "C.UTF-8"));
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out, Files.readString(err));
  }

  private Ended run(String... arguments) throws IOException, InterruptedException {
    return run(home.resolve("twinline"), arguments);
  }

  @Test
  void startsJavaWithTheArgumentsAsTheyAre() throws IOException, InterruptedException {
    java("17.0.15");
    Path jar = application();
    Ended ended = run("run", "a b.yaml", "--set", "name=*");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isZero();
    assertThat(ended.out().lines())
        .contains("<-Dtwinline.home=" + home + ">", "<-XX:+UseG1GC>", "<-Dtwinline.tty=false>")
        .endsWith("<-jar>", "<" + jar + ">", "<run>", "<a b.yaml>", "<--set>", "<name=*>");
  }

  @Test
  void findsItsHomeThroughLinks() throws IOException, InterruptedException {
    java("21.0.1");
    application();
    Path links = Files.createDirectories(temp.resolve("links"));
    Files.createSymbolicLink(links.resolve("absolute"), home.resolve("twinline"));
    Files.createSymbolicLink(links.resolve("relative"), Path.of("absolute"));
    assertThat(run(links.resolve("relative"), "--version").out())
        .contains("<-Dtwinline.home=" + home + ">");
  }

  @Test
  void saysWhatIsMissing() throws IOException, InterruptedException {
    String install = "hint: apt-get install openjdk-17-jdk-headless maven\n";
    assertThat(run())
        .isEqualTo(new Ended(2, "", "error: no java found; Twinline needs Java 17\n" + install));
    java("11.0.2");
    assertThat(run().err())
        .isEqualTo("error: java is version 11; Twinline needs 17 or later\n" + install);
    java("21.0.1");
    assertThat(run().err())
        .startsWith("error: java is version 21; building Twinline needs exactly 17\n" + install);
    java("17.0.15");
    assertThat(run().err())
        .isEqualTo("error: no mvn found; building Twinline needs Maven 3.8\n" + install);
  }

  @Test
  void buildsOnFirstUseAndOnlyThen() throws IOException, InterruptedException {
    java("17.0.15");
    tool(
        "mvn",
        "echo \"built with $*\"; mkdir -p launcher/target/twinline/lib;"
            + " : >launcher/target/twinline/lib/launcher-1.jar");
    Ended first = run("--version");
    assertThat(first.status()).isZero();
    assertThat(first.err())
        .startsWith("twinline: building (first use")
        .endsWith("twinline: built\n");
    assertThat(first.out()).endsWith("<--version>\n");
    assertThat(home.resolve("launcher/target/build.log"))
        .hasContent("built with -B -ntp -DskipTests package");
    assertThat(run("--version").err()).isEmpty();
  }

  @Test
  void aFailedBuildShowsTheEndOfItsLog() throws IOException, InterruptedException {
    java("17.0.15");
    tool("mvn", "echo '[ERROR] no network'; exit 1");
    Ended ended = run("--version");
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("[ERROR] no network\nerror: the build failed; the end of ");
  }

  @Test
  void aDemoThatSucceedsLeavesAnArchive() throws IOException, InterruptedException {
    java("17.0.15");
    application();
    tool(
        "java",
        """
        [ "$1" = -version ] && { echo 'openjdk version "17.0.1"' >&2; exit; }
        for a in "$@"; do
          case $a in -XX:ArchiveClassesAtExit=*) echo >"${a#*=}" ;; esac
          [ "$a" = fail ] && exit 4
          echo "<$a>"
        done
        exit 0""");
    Path archive = home.resolve("launcher/target/twinline/twinline.jsa");
    assertThat(run("demo", "fail").status()).isEqualTo(4);
    assertThat(home.resolve("launcher/target/twinline")).isDirectoryNotContaining("glob:**.jsa*");
    Files.setLastModifiedTime(
        home.resolve("launcher/target/twinline/lib/launcher-1.jar"),
        FileTime.fromMillis(1_700_000_000_000L));
    assertThat(run("demo").status()).isZero();
    assertThat(archive).exists();
    assertThat(run("--version").out()).contains("<-XX:SharedArchiveFile=" + archive + ">");
  }
}
