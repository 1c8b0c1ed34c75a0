package org.twinline.terminology.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinline.core.text.LanguageGuess;
import org.twinline.core.triple.Language;
import org.twinline.terminology.AtomicEntity;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.Designation;
import org.twinline.terminology.RelationType;
import org.twinline.terminology.SemanticType;

/**
 * The format {@code relations} for a table whose rows say what a thing is related to by name: a
 * knowledge graph of diseases. Cells hold lists with noise: names that are cut off, links, and
 * sentences are skipped.
 *
 * @param mapping what the columns mean; found from the header where it is empty
 * @param names the system of concepts made for unknown names
 */
record GraphSource(
    Path file,
    Row.Reader rows,
    Optional<GraphTable> mapping,
    SemanticType type,
    Optional<Language> language,
    CodeSystem names)
    implements TerminologySource {

  /** A source of delimited text. */
  static GraphSource of(Path file, Keys keys) {
    String delimiter = keys.text("delimiter").map(Delimiters::of).orElse(Delimiters.of(file));
    Optional<Charset> encoding = keys.encoding();
    return new GraphSource(
        file,
        Delimiters.sheet(file)
            ? new SheetFile(file, Optional.empty())
            : new DelimitedFile(
                file, encoding, delimiter, DelimitedFile.Quoting.of(delimiter.equals(","))),
        GraphTable.of(keys),
        keys.type(SemanticType.DIAGNOSIS),
        keys.language(),
        keys.names().orElse(RelationSource.NAMES));
  }

  @Override
  public String format() {
    return "relations";
  }

  @Override
  public void read(ConceptSink sink) throws IOException {
    Emitter emitter = new Emitter(file, sink, type, language);
    List<Reading> reading = new ArrayList<>();
    rows.read(
        row -> {
          if (reading.isEmpty()) {
            Optional<Reading> begun = begin(row, sink, emitter);
            begun.ifPresent(reading::add);
            return begun.isPresent();
          }
          reading.get(0).row(row);
          return true;
        },
        sink);
  }

  private Optional<Reading> begin(Row header, ConceptSink sink, Emitter emitter) {
    List<String> names = header.fields().stream().map(String::strip).toList();
    Optional<GraphTable> table = mapping.or(() -> GraphTable.known(names));
    if (table.isEmpty()) {
      sink.problem(
          header.problem(
              0,
              "neither from, relation, to nor a known table of a knowledge graph; say which column"
                  + " is what, as name=…,has_symptom=…; there are: "
                  + names));
      return Optional.empty();
    }
    Columns columns = new Columns(names);
    for (String column : table.get().columns()) {
      if (columns.find(column).isEmpty()) {
        sink.problem(
            header.problem(0, "missing column '%s', there are: %s".formatted(column, names)));
        return Optional.empty();
      }
    }
    return Optional.of(new Reading(table.get(), columns, emitter, sink));
  }

  /** What is known while rows are read. */
  private final class Reading {
    private final GraphTable table;
    private final Columns columns;
    private final Emitter emitter;
    private final ConceptSink sink;

    Reading(GraphTable table, Columns columns, Emitter emitter, ConceptSink sink) {
      this.table = table;
      this.columns = columns;
      this.emitter = emitter;
      this.sink = sink;
    }

    private int column(Row row, String name) {
      return Columns.in(row, columns.find(name).orElse(0));
    }

    void row(Row row) {
      int column = column(row, table.subject());
      String subject = row.field(column);
      boolean noName = ListCell.cut(subject) || ListCell.noName(subject);
      if (subject.isEmpty() || (noName && !table.byCode())) {
        emitter.skipped(
            new Emitter.At(row.line(), column), "a row whose subject is cut off or no name");
        return;
      }
      ConceptRef from = table.byCode() ? ConceptRef.code(subject) : ConceptRef.name(subject, type);
      names(row, column, subject, from);
      table.relations().forEach((type, names) -> relations(row, column, from, type, names));
    }

    private void names(Row row, int column, String subject, ConceptRef from) {
      Emitter.Names all = emitter.names();
      if (!table.byCode()) {
        all.add(new Emitter.At(row.line(), column), subject, Designation.Kind.ALIAS);
      }
      for (String alias : table.aliases()) {
        int at = column(row, alias);
        for (String name : items(row, at)) {
          all.add(new Emitter.At(row.line(), at), name, Designation.Kind.ALIAS);
        }
      }
      List<AtomicEntity> sites = new ArrayList<>();
      for (String site : table.sites()) {
        for (String name : items(row, column(row, site))) {
          boolean chinese = LanguageGuess.of(name) == Language.ZH;
          sites.add(new AtomicEntity("site", chinese ? name : "", chinese ? "" : name));
        }
      }
      emitter.same(
          new Emitter.At(row.line(), column),
          all,
          table.byCode() ? Optional.of(from) : Optional.empty(),
          sites.stream().distinct().toList(),
          Optional.of(names));
    }

    private void relations(
        Row row, int column, ConceptRef from, RelationType type, List<String> names) {
      for (String name : names) {
        int to = column(row, name);
        for (String item : items(row, to)) {
          if (!item.equals(from.value())) {
            sink.relation(
                new SourceRelation(
                    from,
                    type,
                    ConceptRef.name(item, GraphTable.type(type)),
                    type.weight(),
                    new SourceRelation.Origin(
                        file, row.line(), column, to, GraphSource.this.names)));
          }
        }
      }
    }

    /** The names in a cell that are whole. */
    private List<String> items(Row row, int column) {
      List<String> items = new ArrayList<>();
      Emitter.At at = new Emitter.At(row.line(), column);
      for (String item : ListCell.split(row.field(column))) {
        String name = NameText.clean(item).orElse("");
        if (ListCell.cut(name)) {
          emitter.skipped(at, "a name that is cut off");
        } else if (name.length() < 2 && !table.sites().isEmpty() && !sites(row, column)) {
          emitter.skipped(at, "a name of one character");
        } else if (name.isEmpty() || ListCell.noName(name)) {
          emitter.skipped(at, "no name");
        } else if (!items.contains(name)) {
          items.add(name);
        }
      }
      return items;
    }

    private boolean sites(Row row, int column) {
      return table.sites().stream().anyMatch(site -> column(row, site) == column);
    }
  }
}
