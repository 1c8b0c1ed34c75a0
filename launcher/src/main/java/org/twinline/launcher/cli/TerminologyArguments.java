package org.twinline.launcher.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.twinline.terminology.source.SourceSpec;
import org.twinline.terminology.source.Sources;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The arguments of {@code twinline terminology …}. */
@Command(
    name = "terminology",
    description = {"Builds and queries terminologies.", ""},
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n")
final class TerminologyArguments {

  static CommandLine commandLine(Supplier<Commands> commands) {
    Supplier<TerminologyActions> actions = () -> commands.get().terminology();
    return new CommandLine(new TerminologyArguments())
        .addSubcommand(new Build(actions))
        .addSubcommand(new Train(actions))
        .addSubcommand(new Describe(actions))
        .addSubcommand(new LookUp(actions))
        .addSubcommand(new Link(actions))
        .addSubcommand(new Tag(actions))
        .addSubcommand(new Compare(actions))
        .addSubcommand(new Check(actions))
        .registerConverter(SourceSpec.class, new SpecConverter());
  }

  /** What every command on an index takes. */
  private static final class Index {
    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of an index.")
    private Path directory = Path.of("");
  }

  /** The form of the result. */
  private static final class Form {
    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;
  }

  @Command(
      name = "build",
      description = {"Builds an index from its sources.", ""},
      optionListHeading = "%nOptions:%n",
      footerHeading = "%nExamples:%n",
      footer = {
        "  twinline terminology build --out build/terms --source table:samples/terminology",
        "  twinline terminology build --out build/terms \\",
        "      --source 'codes:list.txt#system=ICD10-CN,edition=2022' --source aliases:pairs.jsonl",
        "  twinline terminology build --out build/terms --sources sources.yaml --base data"
      })
  private static final class Build implements Callable<Integer> {
    private final Supplier<TerminologyActions> actions;

    @Option(
        names = "--out",
        required = true,
        paramLabel = "DIR",
        description = "Where to write; must be absent or empty.")
    private Path out = Path.of("");

    @Option(
        names = "--source",
        paramLabel = "FORMAT:PATH[#key=value,…]",
        description =
            "A source; docs/formats.md lists formats and keys. May be given again: earlier sources"
                + " take precedence in ids and preferred names.")
    private List<SourceSpec> sources = new ArrayList<>();

    @Option(
        names = "--sources",
        paramLabel = "FILE.yaml",
        description = "A list of sources with format, path and keys; they come before --source.")
    private Optional<Path> list = Optional.empty();

    @Option(
        names = "--base",
        paramLabel = "DIR",
        description = "Where the paths in FILE.yaml start. Default: its folder.")
    private Optional<Path> base = Optional.empty();

    @CommandLine.Mixin private Form form = new Form();

    Build(Supplier<TerminologyActions> actions) {
      this.actions = actions;
    }

    @Override
    public Integer call() {
      return actions.get().build(out, List.copyOf(sources), list, base, form.json).number();
    }
  }

  @Command(
      name = "train",
      description = {
        "Fits linking to texts with their standard names, into the index.",
        "Prints what the model reaches on texts it has not seen.",
        ""
      },
      optionListHeading = "%nOptions:%n",
      footerHeading = "%nExamples:%n",
      footer = "  twinline terminology train build/terms --pairs pairs.jsonl")
  private static final class Train implements Callable<Integer> {
    private final Supplier<TerminologyActions> actions;
    @CommandLine.Mixin private Index index = new Index();

    @Option(
        names = "--pairs",
        required = true,
        arity = "1..*",
        paramLabel = "FILE",
        description = "JSON lines with text and standard: [names].")
    private List<Path> pairs = new ArrayList<>();

    @Option(
        names = "--system",
        paramLabel = "SYSTEM[/EDITION]",
        description = "What to link to. Default: the list that holds most of the standard names.")
    private Optional<String> system = Optional.empty();

    @CommandLine.Mixin private Form form = new Form();

    Train(Supplier<TerminologyActions> actions) {
      this.actions = actions;
    }

    @Override
    public Integer call() {
      return actions.get().train(index.directory, List.copyOf(pairs), system, form.json).number();
    }
  }

  @Command(
      name = "info",
      description = {"Tells what an index holds and was built from.", ""},
      optionListHeading = "%nOptions:%n")
  private static final class Describe implements Callable<Integer> {
    private final Supplier<TerminologyActions> actions;
    @CommandLine.Mixin private Index index = new Index();
    @CommandLine.Mixin private Form form = new Form();

    Describe(Supplier<TerminologyActions> actions) {
      this.actions = actions;
    }

    @Override
    public Integer call() {
      return actions.get().info(index.directory, form.json).number();
    }
  }

  @Command(
      name = "lookup",
      description = {"Shows the concepts that bear a name or code.", ""},
      optionListHeading = "%nOptions:%n",
      footerHeading = "%nExamples:%n",
      footer = {
        "  twinline terminology lookup build/terms 急性心肌梗死",
        "  twinline terminology lookup build/terms ICD10CM:I21.9"
      })
  private static final class LookUp implements Callable<Integer> {
    private final Supplier<TerminologyActions> actions;
    @CommandLine.Mixin private Index index = new Index();

    @Parameters(
        index = "1",
        paramLabel = "TEXT",
        description = "A name in Chinese or English, or a code.")
    private String text = "";

    @CommandLine.Mixin private Form form = new Form();

    LookUp(Supplier<TerminologyActions> actions) {
      this.actions = actions;
    }

    @Override
    public Integer call() {
      return actions.get().lookUp(index.directory, text, form.json).number();
    }
  }

  @Command(
      name = "link",
      description = {"Links texts to concepts.", ""},
      optionListHeading = "%nOptions:%n",
      footerHeading = "%nExamples:%n",
      footer = "  twinline terminology link build/terms --input texts.jsonl --output linked.jsonl")
  private static final class Link implements Callable<Integer> {
    private final Supplier<TerminologyActions> actions;
    @CommandLine.Mixin private Index index = new Index();

    @Option(
        names = "--input",
        required = true,
        paramLabel = "F",
        description = "JSON lines with text.")
    private Path input = Path.of("");

    @Option(
        names = "--output",
        required = true,
        paramLabel = "G",
        description = "JSON lines with text, concepts (the answer) and candidates; is replaced.")
    private Path output = Path.of("");

    @Option(
        names = "--top",
        paramLabel = "N",
        description = "How many candidates are kept for each mention. Default: 10.")
    private int top = 10;

    Link(Supplier<TerminologyActions> actions) {
      this.actions = actions;
    }

    @Override
    public Integer call() {
      return actions.get().link(index.directory, input, output, top).number();
    }
  }

  @Command(
      name = "tag",
      description = {"Marks the concepts named in a text.", ""},
      optionListHeading = "%nOptions:%n",
      footerHeading = "%nExamples:%n",
      footer = "  twinline terminology tag build/terms 无高血压病史，考虑急性心肌梗死。")
  private static final class Tag implements Callable<Integer> {
    private final Supplier<TerminologyActions> actions;
    @CommandLine.Mixin private Index index = new Index();

    @Parameters(index = "1", paramLabel = "TEXT", description = "A text; - reads standard input.")
    private String text = "";

    @CommandLine.Mixin private Form form = new Form();

    Tag(Supplier<TerminologyActions> actions) {
      this.actions = actions;
    }

    @Override
    public Integer call() {
      return actions.get().tag(index.directory, text, form.json).number();
    }
  }

  @Command(
      name = "compare",
      description = {"Compares two concepts by every measure.", ""},
      optionListHeading = "%nOptions:%n",
      footerHeading = "%nExamples:%n",
      footer = "  twinline terminology compare build/terms 急性心肌梗死 ICD10CM:I20")
  private static final class Compare implements Callable<Integer> {
    private final Supplier<TerminologyActions> actions;
    @CommandLine.Mixin private Index index = new Index();

    @Parameters(index = "1", paramLabel = "A", description = "A name or code.")
    private String a = "";

    @Parameters(index = "2", paramLabel = "B", description = "A name or code.")
    private String b = "";

    @CommandLine.Mixin private Form form = new Form();

    Compare(Supplier<TerminologyActions> actions) {
      this.actions = actions;
    }

    @Override
    public Integer call() {
      return actions.get().compare(index.directory, a, b, form.json).number();
    }
  }

  @Command(
      name = "check",
      description = {"Reads an index whole and checks that its parts agree.", ""},
      optionListHeading = "%nOptions:%n")
  private static final class Check implements Callable<Integer> {
    private final Supplier<TerminologyActions> actions;
    @CommandLine.Mixin private Index index = new Index();
    @CommandLine.Mixin private Form form = new Form();

    Check(Supplier<TerminologyActions> actions) {
      this.actions = actions;
    }

    @Override
    public Integer call() {
      return actions.get().check(index.directory, form.json).number();
    }
  }

  private static final class SpecConverter implements ITypeConverter<SourceSpec> {
    @Override
    public SourceSpec convert(String value) {
      try {
        SourceSpec spec = SourceSpec.parse(value);
        Sources.keys(spec.format());
        return spec;
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
