package dev.bookplate.cli;

import dev.bookplate.catalogue.torrent.InvalidTorrentException;
import dev.bookplate.catalogue.torrent.Torrent;
import dev.bookplate.catalogue.torrent.TorrentCheck;
import dev.bookplate.catalogue.torrent.TorrentParser;
import dev.bookplate.catalogue.torrent.Verdict;
import dev.bookplate.evidence.RunJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows torrents, and holds files against them. */
@Command(
    name = "torrent",
    sortOptions = false,
    description = {
      "Show what torrents list: each file's index, bytes and pieces, and the infohashes.",
      "",
      "With --check, files are looked for by path, by name, and by size and content, and held"
          + " against the torrent: by the Merkle root of each file (version 2), else by the SHA-1"
          + " of the pieces (version 1). A piece of version 1 may go over the ends of files; files"
          + " beside one in the torrent are used where they are there. Nothing is ever downloaded.",
      "",
      "VERIFIED_FULL      every byte is what the torrent lists",
      "VERIFIED_INTERIOR  all pieces wholly in the file hold; those it shares could not be checked",
      "MISMATCH           a piece, the root or the size is another",
      "NOT_COVERED        it is not there, or no piece of it could be checked",
      "",
      "Ends with exit code 4 if a file is a mismatch or none is verified, and with 3 if a file is"
          + " no valid torrent."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate catalogue torrent leaves.torrent",
      "  bookplate catalogue torrent *.torrent --check corpus --json"
    })
final class CatalogueTorrentCommand extends BookplateCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "TORRENT",
      converter = LocationConverter.class,
      description = "Files that end in .torrent.")
  private List<Path> torrents;

  @Option(
      names = "--check",
      paramLabel = "PATH",
      description = "A file or folder to hold against each torrent; may be given again.")
  private List<Path> paths;

  @Option(names = "--json", description = "Print a JSON object a file, and one for each torrent.")
  private boolean json;

  CatalogueTorrentCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    InputPaths.requireAll("torrent", torrents);
    if (paths != null) {
      InputPaths.requireAll("path", paths);
    }
    boolean allRead = true;
    boolean allVerify = true;
    for (Path file : torrents) {
      Torrent torrent = read(file);
      if (torrent == null) {
        allRead = false;
        continue;
      }
      TorrentCheck check = paths == null ? null : TorrentCheck.of(torrent, paths);
      TorrentSheet sheet = new TorrentSheet(file, torrent, check);
      if (json) {
        sheet.json().forEach(each -> print(RunJson.line(each)));
      } else {
        sheet.lines().forEach(this::print);
      }
      allVerify &= check == null || verifies(check);
      allRead &= check == null || check.unread().isEmpty();
    }
    if (!allVerify) {
      return ExitCode.EVIDENCE;
    }
    return allRead ? ExitCode.DONE : ExitCode.UNREAD;
  }

  /** Null where it is none, which is said. */
  private Torrent read(Path file) throws IOException {
    String why;
    try (InputStream in = Files.newInputStream(file)) {
      return TorrentParser.parse(in);
    } catch (InvalidTorrentException e) {
      why = e.getMessage();
    }
    if (json) {
      print(RunJson.line(Map.of("torrent", file.toString(), "problem", why)));
    } else {
      FactSheet sheet = new FactSheet();
      sheet.head(file + " is no valid torrent: " + why + "; get the file anew.");
      sheet.lines().forEach(this::print);
    }
    return null;
  }

  private static boolean verifies(TorrentCheck check) {
    long verified = check.count(Verdict.VERIFIED_FULL) + check.count(Verdict.VERIFIED_INTERIOR);
    return verified > 0 && check.count(Verdict.MISMATCH) == 0;
  }
}
