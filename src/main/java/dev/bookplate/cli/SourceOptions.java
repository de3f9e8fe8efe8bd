package dev.bookplate.cli;

import dev.bookplate.audit.CatalogueCache;
import dev.bookplate.audit.RecordedPlan;
import dev.bookplate.audit.RemoteCatalogues;
import dev.bookplate.audit.SampledCatalogues;
import dev.bookplate.audit.Verify;
import dev.bookplate.corpus.Locations;
import dev.bookplate.evidence.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Where the corpora and catalogues of a run are now, as typed. */
final class SourceOptions {
  @Option(
      names = "--corpus",
      arity = "1..*",
      paramLabel = "[NAME=]ROOT",
      description =
          "Files or folders that were scanned, where they are now; with the corpus' name in the run"
              + " where the folder has another.")
  private List<String> corpora = List.of();

  @Option(
      names = {"-c", "--catalogue", "--catalog"},
      arity = "1..*",
      paramLabel = "CATALOGUE",
      converter = LocationConverter.class,
      description = "What was looked for, where it is now: a catalogue, or what one is made of.")
  private List<Path> catalogues = List.of();

  @Option(
      names = "--background",
      arity = "1..*",
      paramLabel = "PATH",
      converter = LocationConverter.class,
      description = "The background that was named; what ships with the program is there.")
  private List<Path> background = List.of();

  @Option(
      names = "--catalogue-key",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Keys of the catalogues that hold fingerprints and no text.")
  private List<Path> keys = List.of();

  @Option(
      names = "--tokenizer",
      paramLabel = "FILE",
      description = "The tokenizer's file, where the corpora hold token ids.")
  private Path tokenizer;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "Where catalogues are kept that were built on the fly.")
  private Path cache;

  List<Verify.Corpus> corpora() {
    List<Verify.Corpus> named = new ArrayList<>();
    for (String typed : corpora) {
      int equals = typed.indexOf('=');
      // a path may have the sign too
      boolean isPath = equals <= 0 || Locations.isRemote(typed) || Files.exists(Path.of(typed));
      String root = isPath ? typed : typed.substring(equals + 1);
      named.add(new Verify.Corpus(isPath ? null : typed.substring(0, equals), Locations.of(root)));
    }
    InputPaths.requireAll("corpus", named.stream().map(Verify.Corpus::root).toList());
    return named;
  }

  /** The same, and where nothing was named what the recorded command names, if it is there. */
  SourceOptions orRecorded(Manifest manifest, Session session) {
    ScanCommand typed = RecordedCommand.of(manifest, session);
    SourceOptions all = new SourceOptions();
    all.cache = cache;
    all.tokenizer = tokenizer;
    all.keys = keys;
    all.corpora = corpora;
    all.catalogues = catalogues;
    all.background = background;
    if (typed != null) {
      if (corpora.isEmpty()) {
        all.corpora = typed.corpora().stream().map(Path::toString).toList();
      }
      if (catalogues.isEmpty()) {
        all.catalogues = typed.search().catalogues();
      }
      if (background.isEmpty()) {
        all.background = typed.search().background();
      }
      if (keys.isEmpty()) {
        all.keys = typed.keys().files();
      }
      if (tokenizer == null) {
        all.tokenizer = typed.reading().tokenizer();
      }
    }
    if (all.corpora.isEmpty()) {
      throw new UsageException("The recorded command names no corpus; add --corpus.");
    }
    all.check();
    return all;
  }

  /** Only catalogues. */
  static SourceOptions ofCatalogues(List<Path> catalogues, Path cache) {
    SourceOptions sources = new SourceOptions();
    sources.catalogues = catalogues;
    sources.cache = cache;
    sources.check();
    return sources;
  }

  boolean hasCorpora() {
    return !corpora.isEmpty();
  }

  boolean hasCatalogues() {
    return !catalogues.isEmpty();
  }

  Path tokenizer() {
    return tokenizer;
  }

  Path cache() {
    return cache;
  }

  void check() {
    InputPaths.requireAll("catalogue", catalogues);
    InputPaths.requireAll("background", background);
    InputPaths.requireAll("key", keys);
    if (tokenizer != null) {
      InputPaths.requireAll("tokenizer", List.of(tokenizer));
    }
  }

  /** The catalogues, built where they are not, with the fingerprints that were recorded. */
  RecordedPlan.AtHand find(RecordedPlan recorded, SearchOptions.Workbench workbench)
      throws IOException {
    if (catalogues.isEmpty()) {
      return new RecordedPlan.AtHand(List.of(), List.of(), List.of());
    }
    List<Path> sampled = new ArrayList<>();
    List<Path> whole = new ArrayList<>();
    for (Path each :
        new RemoteCatalogues(workbench.folder(cache), workbench.progress()).here(catalogues)) {
      (SampledCatalogues.isOne(each) ? sampled : whole).add(each);
    }
    CatalogueCache built = workbench.cache(cache, recorded.profile(), recorded.reading().charset());
    var found = built.resolve(whole);
    Set<String> names = found.stream().map(c -> c.name()).collect(Collectors.toSet());
    var keyed =
        workbench
            .sampled(cache, new SampledCatalogues.Keys(keys, List.of()))
            .resolve(sampled, names);
    List<Path> here =
        new RemoteCatalogues(workbench.folder(cache), workbench.progress()).here(background);
    return new RecordedPlan.AtHand(found, keyed, built.background(here));
  }
}
