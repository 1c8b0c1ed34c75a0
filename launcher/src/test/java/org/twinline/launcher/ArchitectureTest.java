package org.twinline.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the house, as DESIGN draws them. */
@AnalyzeClasses(packages = "org.twinline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule arrowsGoDownOnly =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("core")
          .definedBy("org.twinline.core..")
          .layer("terminology")
          .definedBy("org.twinline.terminology..")
          .layer("reward")
          .definedBy("org.twinline.reward..")
          .layer("verifiable")
          .definedBy("org.twinline.verifiable..")
          .layer("unverifiable")
          .definedBy("org.twinline.unverifiable..")
          .layer("launcher")
          .definedBy("org.twinline.launcher..")
          .whereLayer("launcher")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("verifiable")
          .mayOnlyBeAccessedByLayers("launcher")
          .whereLayer("unverifiable")
          .mayOnlyBeAccessedByLayers("launcher")
          .whereLayer("reward")
          .mayOnlyBeAccessedByLayers("launcher", "verifiable", "unverifiable")
          .whereLayer("terminology")
          .mayOnlyBeAccessedByLayers("launcher", "verifiable", "unverifiable", "reward");

  @ArchTest
  static final ArchRule beamStaysInItsPackagesAndTheLineRoots =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.twinline..beam..",
              "org.twinline.verifiable",
              "org.twinline.unverifiable",
              "org.twinline.launcher.run")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.beam..", "org.apache.flink..");

  @ArchTest
  static final ArchRule selectionPoliciesKnowNoBeam =
      noClasses()
          .that()
          .resideInAnyPackage("org.twinline.verifiable", "org.twinline.unverifiable")
          .and()
          .haveSimpleNameNotEndingWith("Line")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.beam..");

  @ArchTest
  static final ArchRule luceneStaysInTheIndex =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.twinline.terminology.index..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule djlStaysInModelsAndTraining =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.twinline.reward.djl..", "org.twinline.reward.train..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");

  @ArchTest
  static final ArchRule packagesHaveNoCyclesWithinAModule =
      slices()
          .matching("org.twinline.(reward|terminology|launcher).(*)..")
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingIsNamedHelper =
      noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl|Info|Data)");
}
