package dev.bookplate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The order of the packages, and one room for each large library. */
class ArchitectureTest {
  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.bookplate");
  }

  @Test
  void packagesUseOnlyWhatStandsBelowThem() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("origin")
        .definedBy("dev.bookplate.origin..")
        .layer("text")
        .definedBy("dev.bookplate.text..")
        .layer("extract")
        .definedBy("dev.bookplate.extract..")
        .layer("tokens")
        .definedBy("dev.bookplate.tokens..")
        .layer("corpus")
        .definedBy("dev.bookplate.corpus..")
        .layer("catalogue")
        .definedBy("dev.bookplate.catalogue..")
        .layer("traces")
        .definedBy("dev.bookplate.traces..")
        .layer("fingerprint")
        .definedBy("dev.bookplate.fingerprint..")
        .layer("index")
        .definedBy("dev.bookplate.index..")
        .layer("books")
        .definedBy("dev.bookplate.books..")
        .layer("match")
        .definedBy("dev.bookplate.match..")
        .layer("evidence")
        .definedBy("dev.bookplate.evidence..")
        .layer("rules")
        .definedBy("dev.bookplate.rules..")
        .layer("criteria")
        .definedBy("dev.bookplate.criteria..")
        .layer("notices")
        .definedBy("dev.bookplate.notices..")
        .layer("report")
        .definedBy("dev.bookplate.report..")
        .layer("engine")
        .definedBy("dev.bookplate.engine..")
        .layer("audit")
        .definedBy("dev.bookplate.audit..")
        .layer("cli")
        .definedBy("dev.bookplate.cli..")
        .whereLayer("origin")
        .mayNotAccessAnyLayer()
        .whereLayer("text")
        .mayOnlyAccessLayers("origin")
        .whereLayer("extract")
        .mayOnlyAccessLayers("origin")
        .whereLayer("tokens")
        .mayOnlyAccessLayers("origin")
        .whereLayer("corpus")
        .mayOnlyAccessLayers("extract", "tokens", "origin")
        .whereLayer("catalogue")
        .mayOnlyAccessLayers("extract", "origin")
        // what a document names and shows: knows numbers and formats of names, but no index
        .whereLayer("traces")
        .mayOnlyAccessLayers("catalogue", "text", "extract", "origin")
        .whereLayer("fingerprint")
        .mayOnlyAccessLayers("text", "origin")
        .whereLayer("index")
        .mayOnlyAccessLayers("fingerprint", "origin")
        .whereLayer("books")
        .mayOnlyAccessLayers("index", "catalogue", "origin")
        .whereLayer("match")
        .mayOnlyAccessLayers(
            "books", "index", "traces", "catalogue", "fingerprint", "text", "origin")
        .whereLayer("evidence")
        .mayOnlyAccessLayers("match", "traces", "catalogue", "origin")
        // files of rules that people write, wherever they are used
        .whereLayer("rules")
        .mayNotAccessAnyLayer()
        // whether works qualify: dates and facts; neither runs nor catalogues, which others bring
        .whereLayer("criteria")
        .mayOnlyAccessLayers("rules")
        // holds two texts against each other, where a finding says that they are one work
        .whereLayer("notices")
        .mayOnlyAccessLayers("evidence", "match", "text", "rules", "origin")
        .whereLayer("report")
        // origin for digests: a production names those of the files that it is made of; criteria
        // and notices for what they tell, which is written there
        .mayOnlyAccessLayers("evidence", "criteria", "notices", "origin")
        .whereLayer("engine")
        .mayNotAccessAnyLayer()
        .whereLayer("audit")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .check(classes);
  }

  @Test
  void eachLargeLibraryHasOneRoom() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.bookplate.extract..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.tika..")
        .because("extract turns bytes into text for everyone")
        .check(classes);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.bookplate.index..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .because("index.ReferenceIndex is the way to the catalogue")
        .check(classes);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.bookplate.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .because("what was typed and what it means are two types")
        .check(classes);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.bookplate.corpus")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.avro..", "org.roaringbitmap..")
        .because("tables are read by corpus, and by nobody else")
        .check(classes);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.bookplate.engine.spark..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "scala..")
        .because("a program without Spark on its class path must not notice")
        .check(classes);
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.bookplate.report..", "dev.bookplate.extract..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.poi..")
        .because(
            "report writes what people open in an office, and extract opens what Tika reads with"
                + " it")
        .check(classes);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.bookplate.corpus.hadoop..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.hadoop..")
        .because("corpus.Locations finds it as a service, and only for a path with a scheme")
        .check(classes);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.bookplate.report.page..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.pdfbox.pdmodel..", "org.apache.fontbox..")
        .because("report.page draws pages for everyone")
        .check(classes);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.bookplate.report.certificate..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.poi.xwpf..")
        .because("a draft is a Draft, whatever it is set in")
        .check(classes);
  }

  @Test
  void whatIsProvidedIsReachedInOneWay() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.bookplate.corpus.hadoop..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.bookplate.corpus.hadoop..")
        .because("it is found as a service")
        .check(classes);
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.bookplate.engine.spark..", "dev.bookplate.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.bookplate.engine.spark..")
        .because("everyone else knows an Engine")
        .check(classes);
  }
}
