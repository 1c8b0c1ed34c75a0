package org.twinline.terminology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.twinline.terminology.source.TableSource;

/** The small terminology of the tests, built once. */
public final class Fixture {
  public static final Path FOLDER =
      Path.of(System.getProperty("twinline.root", ".."), "terminology/src/test/resources/fixture");

  private static final Terminology SHARED = build();

  private Fixture() {}

  private static Terminology build() {
    try {
      Path directory = Files.createTempDirectory("twinline-fixture").resolve("index");
      TerminologyBuilder.of(TableSource.folder(FOLDER)).write(directory);
      return Terminology.open(directory);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The opened terminology; do not close it. */
  public static Terminology terminology() {
    return SHARED;
  }

  /** The number of the concept with that bare code. */
  public static int ordinal(String system, String code) {
    return SHARED.ordinal(SHARED.byCode(system, code).get(0).id());
  }

  /** The number of a diagnosis. */
  public static int icd(String code) {
    return ordinal("ICD10CM", code);
  }
}
