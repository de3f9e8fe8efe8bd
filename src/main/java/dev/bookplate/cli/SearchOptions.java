package dev.bookplate.cli;

import dev.bookplate.audit.AuditPlan;
import dev.bookplate.audit.Build;
import dev.bookplate.audit.CatalogueCache;
import dev.bookplate.audit.Progress;
import dev.bookplate.audit.RemoteCatalogues;
import dev.bookplate.audit.SampledCatalogues;
import dev.bookplate.corpus.ReadOptions;
import dev.bookplate.engine.Engine;
import dev.bookplate.engine.LocalEngine;
import dev.bookplate.evidence.QuotePolicy;
import dev.bookplate.fingerprint.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is looked for, and by what means, as typed: the same for a scan and for a calibration. */
final class SearchOptions {
  /** What shards in hand get when a scan is stopped: less than others wait before they kill. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-c", "--catalogue", "--catalog"},
      required = true,
      arity = "1..*",
      paramLabel = "CATALOGUE",
      converter = LocationConverter.class,
      description =
          "What is looked for: a built catalogue, or a folder of e-books, which is made one and"
              + " kept for the next time, or a file of fingerprints that catalogue export wrote.")
  private List<Path> catalogues;

  @Option(
      names = "--background",
      arity = "1..*",
      paramLabel = "PATH",
      converter = LocationConverter.class,
      description =
          "Text that explains a match away, and is not looked for: books in the public domain,"
              + " licences, boilerplate. Read like a catalogue; beside it, notices that ship with"
              + " the program.")
  private List<Path> background = List.of();

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = ProfileName.class,
      completionCandidates = ProfileName.class,
      description =
          "How densely books are fingerprinted: fast, standard, or noisy for bad OCR. Default: what"
              + " the built catalogues have, else standard.")
  private Profile profile;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads that search; the results are the same for any number. Default: all processors.")
  private Integer threads;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Where catalogues are kept that were built on the fly. Default: $BOOKPLATE_CACHE, else"
              + " $XDG_CACHE_HOME/bookplate, else ~/.cache/bookplate.")
  private Path cache;

  /** Refuses what cannot be, before anything is built. */
  void check(Path output) throws IOException {
    if (threads != null && threads < 1) {
      throw new ParameterException(
          command.commandLine(), "--threads " + threads + " is none; give 1 or more");
    }
    InputPaths.requireAll("catalogue", catalogues);
    InputPaths.requireAll("background", background);
    InputPaths.requireApart(output, "catalogue", catalogues);
    InputPaths.requireApart(output, "background", background);
  }

  /** What it means; catalogues are built where they are not, and must hold text. */
  AuditPlan toPlan(List<Path> corpora, ReadOptions reading, QuotePolicy quotes, Workbench workbench)
      throws IOException {
    fetch(workbench);
    CatalogueCache built = workbench.cache(cache, profile, reading.charset());
    return plan(corpora, new Sought(built, built.resolve(catalogues), List.of()), reading, quotes);
  }

  /**
   * What it means, where some catalogues may hold no text.
   *
   * @param keys of those
   */
  AuditPlan toPlan(
      List<Path> corpora,
      SampledCatalogues.Keys keys,
      ReadOptions reading,
      QuotePolicy quotes,
      Workbench workbench)
      throws IOException {
    fetch(workbench);
    List<Path> sampled = new ArrayList<>();
    List<Path> whole = new ArrayList<>();
    for (Path each : catalogues) {
      (SampledCatalogues.isOne(each) ? sampled : whole).add(each);
    }
    // where no text is held, nothing denser than the fingerprints is of use
    Profile wanted = profile == null && whole.isEmpty() ? Profile.FAST : profile;
    CatalogueCache built = workbench.cache(cache, wanted, reading.charset());
    List<AuditPlan.CatalogueRef> found = built.resolve(whole);
    Set<String> names =
        found.stream().map(AuditPlan.CatalogueRef::name).collect(Collectors.toSet());
    Sought sought =
        new Sought(built, found, workbench.sampled(cache, keys).resolve(sampled, names));
    return plan(corpora, sought, reading, quotes);
  }

  /** From here on every catalogue is on this machine. */
  private void fetch(Workbench workbench) throws IOException {
    RemoteCatalogues remote = new RemoteCatalogues(workbench.folder(cache), workbench.progress);
    catalogues = remote.here(catalogues);
    background = remote.here(background);
  }

  /** What is looked for, and what built it. */
  private record Sought(
      CatalogueCache built,
      List<AuditPlan.CatalogueRef> whole,
      List<AuditPlan.SampledRef> sampled) {}

  private AuditPlan plan(List<Path> corpora, Sought sought, ReadOptions reading, QuotePolicy quotes)
      throws IOException {
    return new AuditPlan(
        corpora.stream().map(c -> c.toAbsolutePath().normalize().toString()).toList(),
        sought.whole,
        sought.sampled,
        sought.built.background(background),
        reading,
        quotes,
        sought.built.profile().spec(),
        false,
        null,
        null);
  }

  /** More catalogues, built as those of a plan are; none for none. */
  List<AuditPlan.CatalogueRef> resolve(List<Path> more, AuditPlan plan, Workbench workbench)
      throws IOException {
    Profile same = Profile.ofSpec(plan.spec().toString()).orElseThrow();
    return more.isEmpty()
        ? List.of()
        : workbench.cache(cache, same, plan.reading().charset()).resolve(more);
  }

  List<Path> catalogues() {
    return catalogues;
  }

  List<Path> background() {
    return background;
  }

  int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  Engine engine() {
    return new LocalEngine(threads(), PATIENCE);
  }

  /**
   * Where catalogues are built.
   *
   * @param environment names the usual place
   * @param progress is told of it
   */
  record Workbench(Map<String, String> environment, Progress progress) {
    CatalogueCache cache(Path named, Profile profile, String charset) {
      return new CatalogueCache(folder(named), Build.identity(), profile, charset, progress);
    }

    SampledCatalogues sampled(Path named, SampledCatalogues.Keys keys) {
      return new SampledCatalogues(folder(named), keys, progress);
    }

    Path folder(Path named) {
      return named == null ? CacheFolder.of(environment) : named;
    }
  }
}
